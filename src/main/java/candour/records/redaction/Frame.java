package candour.records.redaction;

import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The displayed page: its crop box, turned clockwise.
 *
 * @param cropWidth in points, before turning
 * @param cropHeight in points, before turning
 * @param rotation 0, 90, 180 or 270
 */
record Frame(double cropWidth, double cropHeight, int rotation) {

  static Frame of(PDPage page) {
    PDRectangle crop = page.getCropBox();
    return new Frame(crop.getWidth(), crop.getHeight(), page.getRotation());
  }

  double width() {
    return rotation % 180 == 0 ? cropWidth : cropHeight;
  }

  double height() {
    return rotation % 180 == 0 ? cropHeight : cropWidth;
  }

  /** From points above the crop box's lower left corner to points below the display's top left. */
  Point2D.Double display(double x, double y) {
    return switch (rotation) {
      case 90 -> new Point2D.Double(y, x);
      case 180 -> new Point2D.Double(cropWidth - x, y);
      case 270 -> new Point2D.Double(cropHeight - y, cropWidth - x);
      default -> new Point2D.Double(x, cropHeight - y);
    };
  }
}
