package candour.records.redaction;

import java.awt.geom.Point2D;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** One letter on the displayed page: its baseline from start to end, and the direction up. */
record PlacedGlyph(Point2D.Double start, Point2D.Double end, Point2D.Double up) {

  /** How far above and below the baseline a letter is taken to reach, in ems. */
  private static final double ASCENT = 0.85;

  private static final double DESCENT = -0.25;

  static PlacedGlyph of(TextPosition letter, Frame frame) {
    Matrix m = letter.getTextMatrix();
    double x = m.getTranslateX();
    double y = m.getTranslateY();
    Point2D.Double start = frame.display(x, y);
    Point2D.Double top = frame.display(x + m.getValue(1, 0), y + m.getValue(1, 1));
    return new PlacedGlyph(
        start,
        frame.display(letter.getEndX(), letter.getEndY()),
        new Point2D.Double(top.x - start.x, top.y - start.y));
  }

  double size() {
    return Math.hypot(up.x, up.y);
  }

  Box box(Frame frame) {
    Box box = corner(start, ASCENT, frame);
    for (Box next :
        List.of(
            corner(start, DESCENT, frame),
            corner(end, ASCENT, frame),
            corner(end, DESCENT, frame))) {
      box = box.join(next);
    }
    return box;
  }

  private Box corner(Point2D.Double at, double ems, Frame frame) {
    double x = (at.x + up.x * ems) / frame.width();
    double y = (at.y + up.y * ems) / frame.height();
    return new Box(x, y, x, y);
  }
}
