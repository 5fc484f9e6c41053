package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
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
        BufferedImage image = picture.getImage();
        for (Region region : regions) {
          if (!isBlack(image, region)) {
            leaks.add(new Leak(Kind.UNPAINTED_REGION, name.getName()));
          }
        }
      }
    }
    return leaks;
  }

  private static boolean isBlack(BufferedImage image, Region region) {
    int left = (int) Math.floor(region.left() * image.getWidth());
    int right = (int) Math.ceil(region.right() * image.getWidth());
    int top = (int) Math.floor(region.top() * image.getHeight());
    int bottom = (int) Math.ceil(region.bottom() * image.getHeight());
    for (int y = top; y < Math.min(bottom, image.getHeight()); y++) {
      for (int x = left; x < Math.min(right, image.getWidth()); x++) {
        if (Bitmap.luminance(image.getRGB(x, y)) > BLACK) {
          return false;
        }
      }
    }
    return true;
  }
}
