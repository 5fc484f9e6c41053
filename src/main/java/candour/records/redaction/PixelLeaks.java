package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
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
    int from = left * samples.channels;
    int to = right * samples.channels;
    for (int y = top; y < bottom; y++) {
      int row = y * samples.width * samples.channels;
      for (int i = row + from; i < row + to; i++) {
        if ((samples.bytes[i] & 0xff) > BLACK) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A picture unpacked.
   *
   * @param channels bytes a pixel; in each of them, black is 0
   */
  private record Samples(byte[] bytes, int width, int height, int channels) {

    static Samples of(PDImageXObject picture) throws IOException {
      boolean plain = picture.getBitsPerComponent() == 8 && picture.getSuffix().equals("png");
      boolean additive =
          picture.getColorSpace() instanceof PDDeviceGray
              || picture.getColorSpace() instanceof PDDeviceRGB;
      if (plain && additive && picture.getDecode() == null) {
        try (InputStream in = picture.createInputStream()) {
          int channels = picture.getColorSpace().getNumberOfComponents();
          return new Samples(in.readAllBytes(), picture.getWidth(), picture.getHeight(), channels);
        }
      }
      return ofDecoded(picture.getImage());
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
      return new Samples(bytes, width, height, 1);
    }
  }
}
