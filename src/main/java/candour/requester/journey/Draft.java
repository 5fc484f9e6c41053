package candour.requester.journey;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request in the making, known to one browser or entered by one officer.
 *
 * @param sent what is left of it once it was sent; null until then
 * @param entry how it came, where an officer enters it; null where people ask for themselves
 */
record Draft(UUID id, Answers answers, @Nullable Sent sent, @Nullable Entry entry) {

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

  /** Nothing answered yet, by somebody who asks for themselves. */
  static Draft fresh(UUID id) {
    return new Draft(id, Answers.NONE, null, null);
  }

  /** The same with these answers. */
  Draft with(Answers now) {
    return new Draft(id, now, sent, entry);
  }

  /** What is left of it once it was sent. */
  Draft as(Sent confirmed) {
    return new Draft(id, Answers.NONE, confirmed, entry);
  }

  /**
   * How it came.
   *
   * @throws NullPointerException if no officer enters it
   */
  Entry enteredAs() {
    return Objects.requireNonNull(entry, "an officer enters it");
  }

  boolean isComplete() {
    return sent == null && Journey.firstOpen(answers).isEmpty();
  }

  /** Where a page of asking is found: officers answer the same questions behind their own door. */
  String at(String path) {
    return entry == null ? path : EnteringGate.at(id, path);
  }

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
    return at(sent != null ? Journey.SENT : Journey.next(answers));
  }

  /** Where to go instead of a page that may not be seen now; null if it may. */
  @Nullable String insteadOf(String path) {
    boolean seen = sent != null ? path.equals(Journey.SENT) : Journey.isReachable(path, answers);
    if (seen) {
      return null;
    }
    // A confirmation that is no longer shown must not read as if nothing had been sent.
    return path.equals(Journey.SENT) && !isBegun() ? at(Journey.START) : next();
  }
}
