/** What officers see of their cases and do about them, a page each. */
@NullMarked
package candour.casework.desk;

import org.jspecify.annotations.NullMarked;
