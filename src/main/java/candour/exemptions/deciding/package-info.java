/** The pages on which officers propose determinations, decide on each other's, and end them. */
@NullMarked
package candour.exemptions.deciding;

import org.jspecify.annotations.NullMarked;
