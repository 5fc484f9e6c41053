package candour.requester.journey;

import candour.identity.Capacity;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom somebody asks. */
record WhoFor(@NotNull(message = "{who-for.missing}") @Nullable Capacity capacity)
    implements Answer {

  static final WhoFor BLANK = new WhoFor(null);

  /** Whose records are asked for: how the later questions are worded. */
  enum Whose {
    MINE,
    CHILDS,
    THEIRS
  }

  /** What was answered so far; whoever has not said is taken to ask for themselves. */
  static Capacity capacity(Answers answers) {
    return answers.find(WhoFor.class).map(WhoFor::capacity).orElse(Capacity.SELF);
  }

  static Whose whose(Answers answers) {
    return switch (capacity(answers)) {
      case SELF -> Whose.MINE;
      case PARENT -> Whose.CHILDS;
      case RELATIVE_OR_FRIEND, ADVISER, EXECUTOR -> Whose.THEIRS;
    };
  }

  /** Whether a law sets a date for the answer: not about the dead. */
  static boolean hasClock(Answers answers) {
    return capacity(answers) != Capacity.EXECUTOR;
  }

  static boolean represents(Answers answers) {
    return capacity(answers).represents();
  }

  @Override
  public List<Row> rows() {
    return List.of(Answer.row("who-for.row", "who-for." + capacity));
  }
}
