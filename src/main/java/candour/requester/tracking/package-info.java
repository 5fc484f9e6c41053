/** Following: the one-time link into a request, where it stands, messages and the answer. */
@NullMarked
package candour.requester.tracking;

import org.jspecify.annotations.NullMarked;
