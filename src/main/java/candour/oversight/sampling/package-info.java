/** Samples of reviewed summaries, which committees read and check against the log. */
@NullMarked
package candour.oversight.sampling;

import org.jspecify.annotations.NullMarked;
