/**
 * What tests share: the portal on a database of its own, finished samples, and a clock that moves.
 */
@NullMarked
package candour.support;

import org.jspecify.annotations.NullMarked;
