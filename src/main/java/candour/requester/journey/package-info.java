/** Asking: one question a page, kept as a sealed draft until it is sent. */
@NullMarked
package candour.requester.journey;

import org.jspecify.annotations.NullMarked;
