/** How close two reason texts are, whatever their case, accents, figures, marks and markup. */
@NullMarked
package candour.exemptions.likeness;

import org.jspecify.annotations.NullMarked;
