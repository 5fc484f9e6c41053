/** What people with bad intentions, or bad luck, send to the portal as a whole. */
@NullMarked
package candour.hostile;

import org.jspecify.annotations.NullMarked;
