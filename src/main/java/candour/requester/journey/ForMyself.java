package candour.requester.journey;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose records are asked for. Only requests about oneself go on here; others by post or phone. */
record ForMyself(@NotNull(message = "{for-myself.missing}") @Nullable Whose whose)
    implements Answer {

  static final ForMyself BLANK = new ForMyself(null);

  enum Whose {
    MINE,
    SOMEBODY_ELSES
  }

  boolean mine() {
    return whose == Whose.MINE;
  }

  @Override
  public List<Row> rows() {
    return List.of(Answer.row("for-myself.row", "for-myself." + whose));
  }
}
