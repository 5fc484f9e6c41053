package candour.requester.journey;

import candour.identity.Clue;
import jakarta.validation.constraints.NotEmpty;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * About what somebody can say something that helps to find the records; nothing will do as well.
 */
record FindingYou(@NotEmpty(message = "{finding-you.known.missing}") Set<Known> known)
    implements Answer {

  static final FindingYou BLANK = new FindingYou(null);

  enum Known {
    REFERENCE_NUMBERS,
    PASSPORTS,
    ARRIVAL,
    ADDRESSES,
    BORN_ELSEWHERE,
    NONE
  }

  /** Whoever ticks something beside “none” can say something. */
  FindingYou(@Nullable Set<Known> known) {
    var said = EnumSet.noneOf(Known.class);
    said.addAll(known == null ? Set.of() : known);
    if (said.size() > 1) {
      said.remove(Known.NONE);
    }
    this.known = Set.copyOf(said);
  }

  /** An answer that helps to find records. */
  interface Helping extends Answer {

    /** What was said, without what was left empty; today is in London. */
    List<Clue> clues(LocalDate today);
  }

  static Predicate<Answers> says(Known about) {
    return answers ->
        answers.find(FindingYou.class).filter(it -> it.known.contains(about)).isPresent();
  }

  /** Everything of these answers that helps to find the records; today is in London. */
  static List<Clue> clues(Answers answers, LocalDate today) {
    return Journey.pages(answers)
        .map(page -> answers.get(page.answer()))
        .filter(Helping.class::isInstance)
        .map(Helping.class::cast)
        .flatMap(helping -> helping.clues(today).stream())
        .toList();
  }

  @Override
  public List<Row> rows() {
    var lines =
        Stream.of(Known.values())
            .filter(known::contains)
            .map(it -> Answer.sentence("finding-you." + it))
            .toList();
    return List.of(new Row("finding-you.row", lines));
  }
}
