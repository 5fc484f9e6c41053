/**
 * Erases a case that need not be kept any more, by two people, so that nobody can read it again.
 */
@NullMarked
package candour.response.erasure;

import org.jspecify.annotations.NullMarked;
