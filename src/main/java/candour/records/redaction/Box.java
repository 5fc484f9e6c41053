package candour.records.redaction;

/** A rectangle in fractions of the displayed page, from its top left corner; it may stick out. */
record Box(double left, double top, double right, double bottom) {

  boolean touches(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  boolean contains(double x, double y) {
    return left <= x && x <= right && top <= y && y <= bottom;
  }

  Box join(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  Box shrink(double dx, double dy) {
    return new Box(left + dx, top + dy, right - dx, bottom - dy);
  }
}
