/** The questions on paper, for whoever asks by post. */
@NullMarked
package candour.requester.paper;

import org.jspecify.annotations.NullMarked;
