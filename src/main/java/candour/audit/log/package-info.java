/** Gives entries their places in the tree, signs it, and publishes it to anyone. */
@NullMarked
package candour.audit.log;

import org.jspecify.annotations.NullMarked;
