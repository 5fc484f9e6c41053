/** Writes the response pack: one accessible PDF from its contents and the prepared pages. */
@NullMarked
package candour.response.pack;

import org.jspecify.annotations.NullMarked;
