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
 * How and when somebody came.
 *
 * @param vessel the ship or flight
 * @param words anything else they remember of it
 */
record Arrival(
    @Size(max = 200, message = "{arrival.vessel.long}") String vessel,
    @Size(max = 200, message = "{arrival.port.long}") String port,
    TypedDate date,
    @Size(max = 2000, message = "{arrival.words.long}") String words)
    implements Helping {

  static final Arrival BLANK = new Arrival(null, null, null, null);

  Arrival(
      @Nullable String vessel,
      @Nullable String port,
      @Nullable TypedDate date,
      @Nullable String words) {
    this.vessel = Answer.text(vessel);
    this.port = Answer.text(port);
    this.date = date == null ? TypedDate.BLANK : date;
    this.words = Answer.text(words);
  }

  @Override
  public List<Clue> clues(LocalDate today) {
    var on = GivenDate.read(date, today);
    return (vessel + port + words).isBlank() && on.isEmpty()
        ? List.of()
        : List.of(new Clue.Arrival(vessel, port, on.orElse(PartialDate.unknown("")), words));
  }

  @Override
  public List<Row> rows() {
    var lines = new ArrayList<Line>();
    Stream.of(vessel, port).filter(it -> !it.isBlank()).map(Line.Typed::new).forEach(lines::add);
    GivenDate.read(date, LocalDate.MAX).map(GivenDate::line).ifPresent(lines::add);
    Stream.of(words).filter(it -> !it.isBlank()).map(Line.Typed::new).forEach(lines::add);
    return List.of(
        lines.isEmpty() ? Answer.typed("arrival.row", "") : new Row("arrival.row", lines));
  }
}
