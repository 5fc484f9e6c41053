package candour.platform;

import java.io.Serializable;
import java.util.UUID;

/** A member of the public who has opened one request of theirs by its one-time link. */
public record RequestHolder(UUID caseId, UUID subjectId) implements Acting.Bearer, Serializable {

  @Override
  public Acting acting() {
    return new Acting(Acting.Role.REQUESTER, subjectId, caseId);
  }
}
