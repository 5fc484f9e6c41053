package candour.notifications;

import candour.platform.Fact;
import java.util.UUID;

/** An officer put a letter into the post. */
record LetterPosted(UUID caseId, UUID letterId, UUID officerId) implements Fact {

  @Override
  public String factClass() {
    return "letter.posted";
  }
}
