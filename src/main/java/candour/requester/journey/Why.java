package candour.requester.journey;

import candour.casework.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody asks, if they like to say; nobody has to.
 *
 * @param purpose null where nothing was chosen, which no page chooses for them
 */
record Why(@Nullable Purpose purpose) implements Answer {

  static final Why BLANK = new Why(null);

  /** What goes on record. */
  Purpose said() {
    return purpose == null ? Purpose.NOT_SAID : purpose;
  }

  @Override
  public List<Row> rows() {
    return List.of(Answer.row("why.row", "why." + said()));
  }
}
