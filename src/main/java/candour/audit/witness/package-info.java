/**
 * The witness: a program of its own that vouches, for anybody who trusts it, that a log shows
 * everyone the same and never takes anything back (c2sp.org/tlog-witness). Needs the JDK alone.
 */
@NullMarked
package candour.audit.witness;

import org.jspecify.annotations.NullMarked;
