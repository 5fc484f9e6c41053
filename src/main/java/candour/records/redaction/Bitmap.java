package candour.records.redaction;

import com.itextpdf.io.image.ImageData;
import com.itextpdf.io.image.ImageDataFactory;
import java.awt.image.BufferedImage;
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
      }
    }
    return lightest - darkest >= VISIBLE_CONTRAST;
  }

  /** The picture, compressed: print without loss, photographs as JPEG. */
  ImageData encode() {
    if (isPhotograph()) {
      return ImageDataFactory.createJpeg(jpeg());
    }
    boolean grey = isGrey();
    return ImageDataFactory.create(
        width, height, grey ? 1 : 3, 8, grey ? greys() : colours(), null);
  }

  private boolean isGrey() {
    for (int pixel : rgb) {
      if ((pixel & 0xff) != (pixel >> 8 & 0xff) || (pixel & 0xff) != (pixel >> 16 & 0xff)) {
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

  private byte[] greys() {
    byte[] samples = new byte[rgb.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) rgb[i];
    }
    return samples;
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

  private byte[] jpeg() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream(1 << 19);
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), quality);
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
