package candour.records;

import candour.platform.Refusal;
import candour.records.redaction.Region;
import candour.records.redaction.TextLine;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One redaction on a page and its ground; corners in fractions of the displayed page, from its top
 * left corner.
 */
public record Mark(double left, double top, double right, double bottom, Ground ground) {

  private static final double GENEROUS = 0.002;

  public Mark {
    if (!(left >= 0 && top >= 0 && right <= 1 && bottom <= 1)
        || !isWide(left, right)
        || !isWide(top, bottom)) {
      throw new Refusal("mark-outside-page");
    }
  }

  /** A line of text and a little around it. */
  static Mark over(TextLine line, Ground ground) {
    return new Mark(
        Math.max(0, line.left() - GENEROUS),
        Math.max(0, line.top() - GENEROUS),
        Math.min(1, line.right() + GENEROUS),
        Math.min(1, line.bottom() + GENEROUS),
        ground);
  }

  /** As it stands in a form between two clicks. */
  static Mark parse(String text) {
    var parts = text.split(";", -1);
    try {
      if (parts.length == 5) {
        return new Mark(
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3]),
            Ground.parse(parts[4]));
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Refusal("mark-outside-page");
  }

  String text() {
    return "%s;%s;%s;%s;%s"
        .formatted(digits(left), digits(top), digits(right), digits(bottom), ground.choice());
  }

  BigDecimal x() {
    return digits(left);
  }

  BigDecimal y() {
    return digits(top);
  }

  BigDecimal width() {
    return digits(right).subtract(digits(left));
  }

  BigDecimal height() {
    return digits(bottom).subtract(digits(top));
  }

  Region region(String label) {
    return new Region(left, top, right, bottom, label);
  }

  /** Whether anything is left of it when it is kept. */
  private static boolean isWide(double from, double to) {
    return from < to && digits(from).compareTo(digits(to)) < 0;
  }

  private static BigDecimal digits(double fraction) {
    return BigDecimal.valueOf(fraction).setScale(6, RoundingMode.HALF_UP);
  }
}
