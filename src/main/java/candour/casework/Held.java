package candour.casework;

import java.util.UUID;

/** A case's row, taken for writing until the transaction ends. */
record Held(
    UUID subjectId,
    UUID requesterId,
    Stage stage,
    long version,
    boolean identityConfirmed,
    boolean guarded,
    boolean reopened) {

  boolean isAnswered() {
    return stage == Stage.ANSWERED;
  }

  /** Whether it is answered and nothing of the answer is being looked at again. */
  boolean isClosed() {
    return isAnswered() && !reopened;
  }
}
