package candour.casework;

import java.util.UUID;

/** A case's row, taken for writing until the transaction ends. */
record Held(
    UUID subjectId, UUID requesterId, Stage stage, long version, boolean identityConfirmed) {

  boolean isAnswered() {
    return stage == Stage.ANSWERED;
  }
}
