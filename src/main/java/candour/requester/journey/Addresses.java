package candour.requester.journey;

import candour.identity.Clue;
import candour.requester.journey.FindingYou.Helping;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody lived, with rough years, one address below the other. */
record Addresses(@Size(max = 4000, message = "{addresses.words.long}") String words)
    implements Helping {

  static final Addresses BLANK = new Addresses(null);

  Addresses(@Nullable String words) {
    this.words = Answer.text(words);
  }

  @Override
  public List<Clue> clues(LocalDate today) {
    return words.isBlank() ? List.of() : List.of(new Clue.Addresses(words));
  }

  @Override
  public List<Row> rows() {
    return List.of(Answer.typed("addresses.row", words));
  }
}
