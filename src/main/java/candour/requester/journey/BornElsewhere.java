package candour.requester.journey;

import candour.identity.Clue;
import candour.identity.PartialDate;
import candour.identity.TypedDate;
import candour.requester.journey.FindingYou.Helping;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Other dates of birth that officials were given.
 *
 * @param words what can be said of more of them, or instead of a date
 * @param nationality only if somebody wants to tell
 */
record BornElsewhere(
    TypedDate first,
    TypedDate second,
    @Size(max = 2000, message = "{born-elsewhere.words.long}") String words,
    @Size(max = 200, message = "{born-elsewhere.nationality.long}") String nationality)
    implements Helping {

  static final BornElsewhere BLANK = new BornElsewhere(null, null, null, null);

  BornElsewhere(
      @Nullable TypedDate first,
      @Nullable TypedDate second,
      @Nullable String words,
      @Nullable String nationality) {
    this.first = first == null ? TypedDate.BLANK : first;
    this.second = second == null ? TypedDate.BLANK : second;
    this.words = Answer.text(words);
    this.nationality = Answer.text(nationality);
  }

  private Stream<PartialDate> dates(LocalDate today) {
    return Stream.concat(
        Stream.of(first, second).flatMap(it -> GivenDate.read(it, today).stream()),
        Stream.of(words).filter(it -> !it.isBlank()).map(PartialDate::unknown));
  }

  @Override
  public List<Clue> clues(LocalDate today) {
    var clues = new ArrayList<Clue>(dates(today).map(Clue.Born::new).toList());
    if (!nationality.isBlank()) {
      clues.add(new Clue.Nationality(nationality));
    }
    return List.copyOf(clues);
  }

  @Override
  public List<Row> rows() {
    var lines =
        dates(LocalDate.MAX)
            .map(it -> it.words() == null ? GivenDate.line(it) : new Line.Typed(it.words()))
            .toList();
    var born =
        lines.isEmpty()
            ? Answer.typed("born-elsewhere.row", "")
            : new Row("born-elsewhere.row", lines);
    return List.of(born, Answer.typed("born-elsewhere.nationality.row", nationality));
  }
}
