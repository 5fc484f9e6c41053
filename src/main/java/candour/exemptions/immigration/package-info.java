/** The Windrush guard: where the immigration exemption cannot be used at all. */
@NullMarked
package candour.exemptions.immigration;

import org.jspecify.annotations.NullMarked;
