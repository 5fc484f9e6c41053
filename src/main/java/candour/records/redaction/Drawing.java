package candour.records.redaction;

import java.awt.image.BufferedImage;

/**
 * A page as drawn.
 *
 * @param image the displayed page in RGB
 * @param lettering which of its letters can be seen
 */
record Drawing(BufferedImage image, Lettering lettering) {}
