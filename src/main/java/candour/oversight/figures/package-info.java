/** Kept aggregates and the control that no person is found in them. */
@NullMarked
package candour.oversight.figures;

import org.jspecify.annotations.NullMarked;
