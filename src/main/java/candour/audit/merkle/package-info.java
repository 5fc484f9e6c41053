/**
 * A transparency log as pure functions: RFC 9162 trees over C2SP tiles, signed checkpoints, proofs,
 * and the leaves Candour writes; without storage, clock or framework.
 */
@NullMarked
package candour.audit.merkle;

import org.jspecify.annotations.NullMarked;
