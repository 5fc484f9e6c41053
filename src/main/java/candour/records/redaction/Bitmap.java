package candour.records.redaction;

import com.itextpdf.io.image.ImageData;
import com.itextpdf.io.image.ImageDataFactory;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** The pixels of a drawn page: what is painted over here is gone. */
final class Bitmap {

  private static final int VISIBLE_CONTRAST = 32;

  /** Share of neighbours that differ a little, above which a page is a photograph, not print. */
  private static final double PHOTOGRAPH = 0.1;

  private static final int A_LITTLE = 16;

  private static final int SAMPLE_EVERY = 16;
  private static final float JPEG_QUALITY = 0.85f;

  /** The nearest of 16 greys, by grey. */
  private static final byte[] SIXTEENTH = new byte[256];

  static {
    for (int grey = 0; grey < SIXTEENTH.length; grey++) {
      SIXTEENTH[grey] = (byte) Math.round(grey / 17f);
    }
  }

  private final BufferedImage image;
  private final int[] rgb;
  private final int width;
  private final int height;

  Bitmap(BufferedImage image) {
    this.image = image;
    this.rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.width = image.getWidth();
    this.height = image.getHeight();
  }

  /** Paints the box black, every pixel it touches included. */
  void black(Box box) {
    int left = Math.max(0, (int) Math.floor(box.left() * width));
    int right = Math.min(width, (int) Math.ceil(box.right() * width));
    int top = Math.max(0, (int) Math.floor(box.top() * height));
    int bottom = Math.min(height, (int) Math.ceil(box.bottom() * height));
    for (int y = top; y < bottom; y++) {
      Arrays.fill(rgb, y * width + left, y * width + right, 0);
    }
  }

  /** Whether anything can be told apart inside the box. */
  boolean hasContrast(Box box) {
    int left = Math.clamp((int) (box.left() * width), 0, width);
    int right = Math.clamp((int) Math.ceil(box.right() * width), 0, width);
    int top = Math.clamp((int) (box.top() * height), 0, height);
    int bottom = Math.clamp((int) Math.ceil(box.bottom() * height), 0, height);
    int darkest = 255;
    int lightest = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int light = luminance(rgb[y * width + x]);
        darkest = Math.min(darkest, light);
        lightest = Math.max(lightest, light);
        if (lightest - darkest >= VISIBLE_CONTRAST) {
          return true;
        }
      }
    }
    return false;
  }

  /** The picture: print in 16 greys or in full colour without loss, photographs as JPEG. */
  ImageData encode() {
    boolean grey = isGrey();
    if (isPhotograph()) {
      return ImageDataFactory.createJpeg(jpeg(grey ? greyImage() : image));
    }
    return grey
        ? ImageDataFactory.create(width, height, 1, 4, sixteenGreys(), null)
        : ImageDataFactory.create(width, height, 3, 8, colours(), null);
  }

  private boolean isGrey() {
    for (int pixel : rgb) {
      if (((pixel ^ pixel >> 8) & 0xffff) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isPhotograph() {
    long differing = 0;
    long seen = 0;
    for (int y = 0; y < height; y += SAMPLE_EVERY) {
      for (int i = y * width + 1; i < (y + 1) * width; i++) {
        int step = Math.abs(luminance(rgb[i]) - luminance(rgb[i - 1]));
        differing += step > 0 && step <= A_LITTLE ? 1 : 0;
      }
      seen += width;
    }
    return differing > PHOTOGRAPH * seen;
  }

  /** Two pixels a byte, each row from a byte of its own on. Black and white stay what they are. */
  private byte[] sixteenGreys() {
    int stride = (width + 1) / 2;
    byte[] samples = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        byte grey = SIXTEENTH[rgb[row + x] & 0xff];
        samples[y * stride + (x >> 1)] |= (byte) ((x & 1) == 0 ? grey << 4 : grey);
      }
    }
    return samples;
  }

  private BufferedImage greyImage() {
    var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] samples = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) rgb[i];
    }
    return grey;
  }

  private byte[] colours() {
    byte[] samples = new byte[3 * rgb.length];
    int at = 0;
    for (int pixel : rgb) {
      samples[at++] = (byte) (pixel >> 16);
      samples[at++] = (byte) (pixel >> 8);
      samples[at++] = (byte) pixel;
    }
    return samples;
  }

  private static byte[] jpeg(BufferedImage picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream(1 << 19);
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), quality);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Rec. 601 luma, 0 to 255. */
  static int luminance(int pixel) {
    return (299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff)) / 1000;
  }
}
