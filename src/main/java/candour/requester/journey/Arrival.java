package candour.requester.journey;

import candour.identity.Clue;
import candour.identity.PartialDate;
import candour.identity.TypedDate;
import candour.requester.journey.FindingYou.Helping;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How and when somebody came, up to three times: people left and came again. */
record Arrival(@Valid Typed first, @Valid Typed second, @Valid Typed third) implements Helping {

  static final Arrival BLANK = new Arrival(null, null, null);

  Arrival(@Nullable Typed first, @Nullable Typed second, @Nullable Typed third) {
    this.first = first == null ? Typed.BLANK : first;
    this.second = second == null ? Typed.BLANK : second;
    this.third = third == null ? Typed.BLANK : third;
  }

  /**
   * The boxes of one arrival.
   *
   * @param vessel the ship or flight
   * @param words anything else they remember of it
   */
  record Typed(
      @Size(max = 200, message = "{arrival.vessel.long}") String vessel,
      @Size(max = 200, message = "{arrival.port.long}") String port,
      TypedDate date,
      @Size(max = 2000, message = "{arrival.words.long}") String words) {

    static final Typed BLANK = new Typed(null, null, null, null);

    Typed(
        @Nullable String vessel,
        @Nullable String port,
        @Nullable TypedDate date,
        @Nullable String words) {
      this.vessel = Answer.text(vessel);
      this.port = Answer.text(port);
      this.date = date == null ? TypedDate.BLANK : date;
      this.words = Answer.text(words);
    }

    /** Whether nothing was typed. */
    public boolean isBlank() {
      return (vessel + port + words).isBlank() && date.isBlank();
    }

    private Clue clue(LocalDate today) {
      var on = GivenDate.read(date, today).orElse(PartialDate.unknown(""));
      return new Clue.Arrival(vessel, port, on, words);
    }

    private Row row() {
      var lines = new ArrayList<Line>();
      Stream.of(vessel, port).filter(it -> !it.isBlank()).map(Line.Typed::new).forEach(lines::add);
      GivenDate.read(date, LocalDate.MAX).map(GivenDate::line).ifPresent(lines::add);
      Stream.of(words).filter(it -> !it.isBlank()).map(Line.Typed::new).forEach(lines::add);
      return new Row("arrival.row", lines);
    }
  }

  /** The dates by their names, those that are blank among them. */
  Map<String, TypedDate> dates() {
    var dates = new LinkedHashMap<String, TypedDate>();
    dates.put("first.date", first.date);
    dates.put("second.date", second.date);
    dates.put("third.date", third.date);
    return dates;
  }

  private Stream<Typed> given() {
    return Stream.of(first, second, third).filter(it -> !it.isBlank());
  }

  @Override
  public List<Clue> clues(LocalDate today) {
    return given().map(it -> it.clue(today)).toList();
  }

  @Override
  public List<Row> rows() {
    var rows = given().map(Typed::row).toList();
    return rows.isEmpty() ? List.of(Answer.typed("arrival.row", "")) : rows;
  }
}
