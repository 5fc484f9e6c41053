package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Looks at the picture itself: every region must be black, whatever is drawn over it. */
final class PixelLeaks {

  /** How light a painted pixel may come back from JPEG, of 255. */
  private static final int BLACK = 80;

  private PixelLeaks() {}

  static List<Leak> find(PDPage page, List<Region> regions) throws IOException {
    List<Leak> leaks = new ArrayList<>();
    PDResources resources = page.getResources();
    for (COSName name : regions.isEmpty() ? List.<COSName>of() : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDImageXObject picture) {
        Samples samples = Samples.of(picture);
        for (Region region : regions) {
          if (!isBlack(samples, region)) {
            leaks.add(new Leak(Kind.UNPAINTED_REGION, name.getName()));
          }
        }
      }
    }
    return leaks;
  }

  private static boolean isBlack(Samples samples, Region region) {
    int left = (int) Math.floor(region.left() * samples.width);
    int right = Math.min(samples.width, (int) Math.ceil(region.right() * samples.width));
    int top = (int) Math.floor(region.top() * samples.height);
    int bottom = Math.min(samples.height, (int) Math.ceil(region.bottom() * samples.height));
    for (int y = top; y < bottom; y++) {
      for (int x = left * samples.channels; x < right * samples.channels; x++) {
        if (samples.light(x, y) > BLACK) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A picture unpacked.
   *
   * @param bits 4 or 8 for each sample; each row begins with a byte of its own
   * @param channels samples a pixel; in each of them, black is 0
   */
  private record Samples(byte[] bytes, int bits, int width, int height, int channels) {

    private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName());

    static Samples of(PDImageXObject picture) throws IOException {
      var colours = picture.getColorSpace();
      boolean additive = colours instanceof PDDeviceGray || colours instanceof PDDeviceRGB;
      if (!additive || picture.getDecode() != null) {
        return ofDecoded(picture.getImage());
      }
      int bits = picture.getBitsPerComponent();
      int width = picture.getWidth();
      int height = picture.getHeight();
      if (picture.getSuffix().equals("png") && (bits == 4 || bits == 8)) {
        try (InputStream in = picture.createInputStream()) {
          int channels = colours.getNumberOfComponents();
          return new Samples(in.readAllBytes(), bits, width, height, channels);
        }
      }
      return colours instanceof PDDeviceGray ? ofGreyJpeg(picture) : ofDecoded(picture.getImage());
    }

    private static Samples ofGreyJpeg(PDImageXObject picture) throws IOException {
      try (InputStream packed = picture.createInputStream(JPEG)) {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(packed.readAllBytes()));
        return image != null
                && image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte grey
            ? new Samples(grey.getData(), 8, image.getWidth(), image.getHeight(), 1)
            : ofDecoded(picture.getImage());
      }
    }

    /** The sample in a row, 0 to 255. */
    int light(int sample, int row) {
      if (bits == 8) {
        return bytes[row * width * channels + sample] & 0xff;
      }
      int both = bytes[row * ((width * channels + 1) / 2) + sample / 2];
      return 17 * (sample % 2 == 0 ? both >> 4 & 0xf : both & 0xf);
    }

    private static Samples ofDecoded(BufferedImage image) {
      int width = image.getWidth();
      int height = image.getHeight();
      byte[] bytes = new byte[width * height];
      int[] row = new int[width];
      for (int y = 0; y < height; y++) {
        image.getRGB(0, y, width, 1, row, 0, width);
        for (int x = 0; x < width; x++) {
          bytes[y * width + x] = (byte) Bitmap.luminance(row[x]);
        }
      }
      return new Samples(bytes, 8, width, height, 1);
    }
  }
}
