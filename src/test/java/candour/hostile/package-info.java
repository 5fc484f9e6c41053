/** The portal as a whole: whatever anybody may send to it, and whoever may meet it. */
@NullMarked
package candour.hostile;

import org.jspecify.annotations.NullMarked;
