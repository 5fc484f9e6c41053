package candour.casework;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, in terms fit for the person who made it; what officers call it never
 * leaves the office.
 *
 * @param guarded whether nothing may be withheld on the ground of immigration control
 * @param reopenedOn since when the answer is looked at again; null if it is not
 */
public record Progress(
    CaseReference reference,
    String number,
    Step step,
    boolean guarded,
    boolean identityConfirmed,
    Regime regime,
    Locale language,
    AnswerBy answerBy,
    @Nullable Outcome outcome,
    @Nullable LocalDate reopenedOn) {

  /** How far it is. */
  public enum Step {
    RECEIVED,
    BEING_WORKED_ON,
    BEING_SEARCHED_FOR,
    BEING_CHECKED,
    ANSWERED;

    static Step of(Stage stage) {
      return switch (stage) {
        case RECEIVED -> RECEIVED;
        case TAKEN_ON -> BEING_WORKED_ON;
        case SEARCHING -> BEING_SEARCHED_FOR;
        case REVIEW, APPROVAL -> BEING_CHECKED;
        case ANSWERED -> ANSWERED;
      };
    }
  }

  /** Whether it was withdrawn, or joined to an older one: there is no answer to it. */
  public boolean isWithoutAnswer() {
    return outcome != null && outcome.isWithoutAnswer();
  }

  /** Whether there is an answer. */
  public boolean isAnswered() {
    return step == Step.ANSWERED && !isWithoutAnswer();
  }

  /** The day it was received, in London. */
  public LocalDate receivedOn() {
    return answerBy.reasons().received();
  }
}
