package candour.records.redaction;

/**
 * A rectangle to be redacted, in fractions of the page as it is displayed: rotated, cropped, and
 * measured from its top left corner.
 *
 * @param label read aloud in its place, such as the ground's reference; must not tell what it hides
 */
public record Region(double left, double top, double right, double bottom, String label) {

  public Region {
    boolean inside = left >= 0 && top >= 0 && right <= 1 && bottom <= 1;
    if (!inside || !(left < right) || !(top < bottom)) {
      throw new IllegalArgumentException("A region lies on the page and has an area");
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("A region needs a label");
    }
  }

  Box box() {
    return new Box(left, top, right, bottom);
  }
}
