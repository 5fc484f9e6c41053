package candour.platform;

import java.io.Serializable;
import java.util.UUID;

/** Somebody of a committee of Parliament's staff who is signed in; sees figures, never a person. */
public record CommitteeMember(UUID id, String name) implements Acting.Bearer, Serializable {

  @Override
  public Acting acting() {
    return new Acting(Acting.Role.COMMITTEE, id, null);
  }
}
