package candour.requester.journey;

import candour.identity.Clue;
import candour.identity.Clue.Passport;
import candour.identity.Clue.Passport.Whose;
import candour.requester.journey.FindingYou.Helping;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Up to three passports, old ones and other people’s among them. */
record Passports(@Valid Typed first, @Valid Typed second, @Valid Typed third) implements Helping {

  static final Passports BLANK = new Passports(null, null, null);

  Passports(@Nullable Typed first, @Nullable Typed second, @Nullable Typed third) {
    this.first = first == null ? Typed.BLANK : first;
    this.second = second == null ? Typed.BLANK : second;
    this.third = third == null ? Typed.BLANK : third;
  }

  /** The boxes of one passport. */
  record Typed(
      @Nullable Whose whose,
      @Size(max = 100, message = "{passports.number.long}") String number,
      @Size(max = 100, message = "{passports.country.long}") String country,
      @Size(max = 300, message = "{passports.name.long}") String name) {

    static final Typed BLANK = new Typed(null, null, null, null);

    Typed(
        @Nullable Whose whose,
        @Nullable String number,
        @Nullable String country,
        @Nullable String name) {
      this.whose = whose;
      this.number = Answer.text(number);
      this.country = Answer.text(country);
      this.name = Answer.text(name);
    }

    /** Whether nothing was typed. */
    public boolean isBlank() {
      return (number + country + name).isBlank();
    }

    private Row row() {
      var lines = new ArrayList<Line>();
      Stream.of(number, country, name)
          .filter(it -> !it.isBlank())
          .map(Line.Typed::new)
          .forEach(lines::add);
      if (whose != null) {
        lines.add(Answer.sentence("passports.whose." + whose));
      }
      return new Row("passports.row", lines);
    }
  }

  private Stream<Typed> given() {
    return Stream.of(first, second, third).filter(it -> !it.isBlank());
  }

  @Override
  public List<Clue> clues(LocalDate today) {
    return given().<Clue>map(it -> new Passport(it.whose, it.number, it.country, it.name)).toList();
  }

  @Override
  public List<Row> rows() {
    var rows = given().map(Typed::row).toList();
    return rows.isEmpty() ? List.of(Answer.typed("passports.row", "")) : rows;
  }
}
