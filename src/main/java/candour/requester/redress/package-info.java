/** When somebody is not content: complaints, corrections, and how each of them stands. */
@NullMarked
package candour.requester.redress;

import org.jspecify.annotations.NullMarked;
