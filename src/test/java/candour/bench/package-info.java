/** How fast pages and log are, in ratios to what does the least of the same kind. */
@NullMarked
package candour.bench;

import org.jspecify.annotations.NullMarked;
