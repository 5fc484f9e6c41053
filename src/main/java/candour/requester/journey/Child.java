package candour.requester.journey;

import candour.identity.AuthorityToAct.ChildsWord;
import candour.identity.AuthorityToAct.Understanding;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a child can speak for themselves, and what they say. */
record Child(
    @NotNull(message = "{child.understanding.missing}") @Nullable Understanding understanding,
    @NotNull(message = "{child.twelve-in-scotland.missing}") @Nullable Boolean twelveInScotland,
    @Size(max = 4000, message = "{child.words.long}") String words)
    implements Answer {

  static final Child BLANK = new Child(null, null, null);

  Child(
      @Nullable Understanding understanding,
      @Nullable Boolean twelveInScotland,
      @Nullable String words) {
    this.understanding = understanding;
    this.twelveInScotland = twelveInScotland;
    this.words = Answer.text(words);
  }

  /** Whether there is anybody who can be told: a child who does not understand cannot. */
  boolean canBeTold() {
    return understanding != Understanding.DOES_NOT_UNDERSTAND;
  }

  boolean lacksWords() {
    return understanding != null
        && twelveInScotland != null
        && words.isEmpty()
        && word().needsWords();
  }

  /**
   * What goes on record.
   *
   * @throws NullPointerException if a question is open
   */
  ChildsWord word() {
    return new ChildsWord(
        Objects.requireNonNull(understanding), Objects.requireNonNull(twelveInScotland), words);
  }

  @Override
  public List<Row> rows() {
    return List.of(
        Answer.row("child.understanding.row", "child." + understanding),
        Answer.row("child.twelve-in-scotland.row", "child.twelve-in-scotland." + twelveInScotland),
        Answer.typed("child.words.row", words));
  }
}
