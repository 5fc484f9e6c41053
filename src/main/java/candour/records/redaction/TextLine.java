package candour.records.redaction;

/**
 * A line of text and where it stands, in fractions of the page as it is displayed, from its top
 * left corner: what somebody who cannot drag a rectangle may choose instead.
 */
public record TextLine(String text, double left, double top, double right, double bottom) {}
