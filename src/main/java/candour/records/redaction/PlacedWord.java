package candour.records.redaction;

/**
 * A word and where it stands on the displayed page.
 *
 * @param box everything its letters may reach, in fractions of the page
 * @param x start of the baseline, in points from the left
 * @param y start of the baseline, in points from the top
 * @param angle of the baseline in radians, clockwise as seen
 * @param size of an em, in points
 * @param length along the baseline, in points
 * @param opensParagraph whether a paragraph begins here
 */
record PlacedWord(
    String text,
    Box box,
    double x,
    double y,
    double angle,
    double size,
    double length,
    boolean opensParagraph) {}
