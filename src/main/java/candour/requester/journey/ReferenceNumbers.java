package candour.requester.journey;

import candour.identity.Clue;
import candour.identity.Clue.Reference;
import candour.identity.Clue.Reference.Of;
import candour.requester.journey.FindingYou.Helping;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers on papers, as they stand there.
 *
 * @param others any more, one on each line
 */
record ReferenceNumbers(
    @Size(max = 200, message = "{reference-numbers.long}") String homeOffice,
    @Size(max = 200, message = "{reference-numbers.long}") String caseDatabase,
    @Size(max = 200, message = "{reference-numbers.long}") String port,
    @Size(max = 200, message = "{reference-numbers.long}") String landingCard,
    @Size(max = 200, message = "{reference-numbers.long}") String nationalInsurance,
    @Size(max = 2000, message = "{reference-numbers.others.long}") String others)
    implements Helping {

  static final ReferenceNumbers BLANK = new ReferenceNumbers(null, null, null, null, null, null);

  ReferenceNumbers(
      @Nullable String homeOffice,
      @Nullable String caseDatabase,
      @Nullable String port,
      @Nullable String landingCard,
      @Nullable String nationalInsurance,
      @Nullable String others) {
    this.homeOffice = Answer.text(homeOffice);
    this.caseDatabase = Answer.text(caseDatabase);
    this.port = Answer.text(port);
    this.landingCard = Answer.text(landingCard);
    this.nationalInsurance = Answer.text(nationalInsurance);
    this.others = Answer.text(others);
  }

  private List<Reference> given() {
    return Stream.of(
            new Reference(Of.HOME_OFFICE, homeOffice),
            new Reference(Of.CASE_DATABASE, caseDatabase),
            new Reference(Of.PORT, port),
            new Reference(Of.LANDING_CARD, landingCard),
            new Reference(Of.NATIONAL_INSURANCE, nationalInsurance),
            new Reference(Of.OTHER, others))
        .filter(it -> !it.number().isBlank())
        .toList();
  }

  @Override
  public List<Clue> clues(LocalDate today) {
    return List.copyOf(given());
  }

  @Override
  public List<Row> rows() {
    return given().isEmpty()
        ? List.of(Answer.typed("finding-you.REFERENCE_NUMBERS", ""))
        : given().stream()
            .map(it -> Answer.typed("reference-numbers." + it.of(), it.number()))
            .toList();
  }
}
