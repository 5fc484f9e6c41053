/** Candour: subject access requests joined to the history of every disclosure. */
@NullMarked
package candour;

import org.jspecify.annotations.NullMarked;
