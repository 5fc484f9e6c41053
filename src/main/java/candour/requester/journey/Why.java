package candour.requester.journey;

import candour.casework.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody asks, if they like to say; nobody has to. */
record Why(Purpose purpose) implements Answer {

  static final Why BLANK = new Why(null);

  Why(@Nullable Purpose purpose) {
    this.purpose = purpose == null ? Purpose.NOT_SAID : purpose;
  }

  @Override
  public List<Row> rows() {
    return List.of(Answer.row("why.row", "why." + purpose));
  }
}
