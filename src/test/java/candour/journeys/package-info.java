/** Whole jobs in a real browser, as people do them. */
@NullMarked
package candour.journeys;

import org.jspecify.annotations.NullMarked;
