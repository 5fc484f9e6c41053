/** How whoever asks is reached: what is on record, and how they change it. */
@NullMarked
package candour.requester.contact;

import org.jspecify.annotations.NullMarked;
