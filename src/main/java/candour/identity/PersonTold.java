package candour.identity;

import candour.platform.Fact;
import java.util.UUID;

/** The person was told that somebody asks for them. */
record PersonTold(UUID caseId, UUID authorityId) implements Fact {

  @Override
  public String factClass() {
    return "authority.person-told";
  }
}
