package candour.platform;

import java.io.Serializable;
import java.util.UUID;

/**
 * A member of the public who has opened one request of theirs by its one-time link.
 *
 * @param requesterId as whom they are on record: the person themselves, or who asks for them
 */
public record RequestHolder(UUID caseId, UUID subjectId, UUID requesterId)
    implements Acting.Bearer, Serializable {

  @Override
  public Acting acting() {
    return new Acting(Acting.Role.REQUESTER, subjectId, caseId, requesterId);
  }
}
