package candour.requester.journey;

import java.util.List;
import java.util.Optional;

/**
 * What an officer may leave open when a request came in another way: the law needs no answer to it,
 * and whoever wrote a letter was not asked.
 */
final class Unsaid {

  private static final List<Answer> BLANK =
      List.of(new DateOfBirth(DateOfBirth.Known.NOT_KNOWN, null, "–"), ShowingWhoYouAre.BLANK);

  private Unsaid() {}

  /** The answer of this page that says nothing; empty where something has to be said. */
  static Optional<Answer> on(String path) {
    return BLANK.stream().filter(answer -> Journey.pageOf(answer).path().equals(path)).findFirst();
  }
}
