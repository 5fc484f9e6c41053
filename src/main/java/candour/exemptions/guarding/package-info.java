/** The pages on which officers make a request guarded, or question that it is. */
@NullMarked
package candour.exemptions.guarding;

import org.jspecify.annotations.NullMarked;
