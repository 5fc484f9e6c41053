/** How fast the pages are, in ratios to pages that do the least such a page can do. */
@NullMarked
package candour.bench;

import org.jspecify.annotations.NullMarked;
