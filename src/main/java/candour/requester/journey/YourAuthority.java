package candour.requester.journey;

import candour.identity.AuthorityToAct;
import candour.identity.AuthorityToAct.Basis;
import candour.identity.AuthorityToAct.Scope;
import candour.identity.TypedDay;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What allows somebody to ask for another.
 *
 * @param starts the day from which it holds; empty for today
 * @param ends the last day on which it holds; empty for a year after the first
 */
record YourAuthority(
    @NotNull(message = "{your-authority.basis.missing}") @Nullable Basis basis,
    @Size(max = 4000, message = "{your-authority.words.long}") String words,
    @Nullable Scope scope,
    TypedDay starts,
    TypedDay ends)
    implements Answer {

  static final YourAuthority BLANK = new YourAuthority(null, null, null, null, null);

  YourAuthority(
      @Nullable Basis basis,
      @Nullable String words,
      @Nullable Scope scope,
      @Nullable TypedDay starts,
      @Nullable TypedDay ends) {
    this.basis = basis;
    this.words = Answer.text(words);
    this.scope = scope;
    this.starts = starts == null ? TypedDay.BLANK : starts;
    this.ends = ends == null ? TypedDay.BLANK : ends;
  }

  /** The days of it, whichever were typed; today is in London. */
  LocalDate startsOn(LocalDate today) {
    return starts.exact().orElse(ends.exact().filter(today::isAfter).orElse(today));
  }

  LocalDate endsOn(LocalDate today) {
    return ends.exact().orElse(startsOn(today).plusYears(AuthorityToAct.YEARS));
  }

  /** Only for people who can be told there is a choice: nobody else could be given the answer. */
  YourAuthority asked(boolean canBeTold) {
    return canBeTold ? this : new YourAuthority(basis, words, Scope.RECEIVE, starts, ends);
  }

  @Override
  public List<Row> rows() {
    return List.of(
        Answer.row("your-authority.basis.row", "your-authority.basis." + basis),
        Answer.typed("your-authority.words.row", words),
        Answer.row("your-authority.scope.row", "your-authority.scope." + scope),
        days("your-authority.starts", starts, "your-authority.starts.none"),
        days("your-authority.ends", ends, "your-authority.ends.none"));
  }

  private static Row days(String title, TypedDay typed, String none) {
    return typed
        .exact()
        .map(day ->
            new Row(
                title,
                List.<Line>of(
                    new Line.Sentence(
                        "date.day",
                        Stream.of(
                                Integer.toString(day.getDayOfMonth()),
                                "date.month." + day.getMonthValue(),
                                Integer.toString(day.getYear()))
                            .toList()))))
        .orElse(Answer.row(title, none));
  }
}
