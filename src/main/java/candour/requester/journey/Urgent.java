package candour.requester.journey;

import candour.casework.Urgency;
import candour.casework.Urgency.Cause;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is about to happen for which the records are needed; nobody has to say.
 *
 * @param when the date, as it is known
 */
record Urgent(
    @Nullable Reason reason,
    @Size(max = 200, message = "{urgent.when.long}") String when,
    @Size(max = 4000, message = "{urgent.words.long}") String words)
    implements Answer {

  static final Urgent BLANK = new Urgent(null, null, null);

  enum Reason {
    COURT_OR_APPEAL,
    DETENTION,
    REMOVAL,
    OTHER,
    NOT_URGENT
  }

  Urgent(@Nullable Reason reason, @Nullable String when, @Nullable String words) {
    this.reason = reason;
    this.when = Answer.text(when);
    this.words = Answer.text(words);
  }

  /** What goes on record; whoever chose nothing but wrote of something means that. */
  @Nullable Urgency said() {
    var cause =
        switch (reason) {
          case COURT_OR_APPEAL -> Cause.COURT_OR_APPEAL;
          case DETENTION -> Cause.DETENTION;
          case REMOVAL -> Cause.REMOVAL;
          case OTHER -> Cause.OTHER;
          case NOT_URGENT -> null;
          case null -> (when + words).isBlank() ? null : Cause.OTHER;
        };
    return cause == null ? null : new Urgency(cause, when, words);
  }

  @Override
  public List<Row> rows() {
    var said = said();
    return said == null
        ? List.of(Answer.row("urgent.row", "urgent.NOT_URGENT"))
        : List.of(
            Answer.row("urgent.row", "urgent." + said.cause()),
            Answer.typed("urgent.when.row", when),
            Answer.typed("urgent.words.row", words));
  }
}
