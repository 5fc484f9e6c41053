package candour.requester.journey;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request in the making, known to one browser.
 *
 * @param sent what is left of it once it was sent; null until then
 */
record Draft(UUID id, Answers answers, @Nullable Sent sent) {

  /** How the office gets back to somebody. */
  enum Reply {
    EMAIL,
    POST,
    PHONE
  }

  /**
   * What the confirmation says; nothing that was typed is kept.
   *
   * @param on the day of receipt in London
   * @param hasClock whether a law sets a date for the answer
   */
  record Sent(String number, LocalDate on, Reply reply, boolean hasClock) {}

  /** What was answered on a page, or this instead. */
  <A extends Answer> A answerOr(A otherwise) {
    var page = otherwise.getClass();
    return answers.has(page) ? cast(otherwise) : otherwise;
  }

  @SuppressWarnings("unchecked") // The map's keys are the classes of its values.
  private <A extends Answer> A cast(A like) {
    return (A) answers.get(like.getClass());
  }

  /** Whether there is something to go on with. */
  boolean isBegun() {
    return !answers.given().isEmpty();
  }

  /** Where to go on. */
  String next() {
    return sent != null ? Journey.SENT : Journey.next(answers);
  }

  /** Where to go instead of a page that may not be seen now; null if it may. */
  @Nullable String insteadOf(String path) {
    boolean seen = sent != null ? path.equals(Journey.SENT) : Journey.isReachable(path, answers);
    if (seen) {
      return null;
    }
    // A confirmation that is no longer shown must not read as if nothing had been sent.
    return path.equals(Journey.SENT) && !isBegun() ? Journey.START : next();
  }
}
