package candour.response;

import static candour.response.ResponsesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.HealthOpinions;
import candour.exemptions.Item;
import candour.exemptions.Telling;
import candour.oversight.figures.Figures;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.records.ReviewedRecord;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.support.MovableClock;
import candour.support.PdfText;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What grounds other than immigration control mean for the answer. */
@PortalTest
class OtherGroundsTests {

  @Autowired Answering answering;
  @Autowired Desk desk;
  @Autowired HealthOpinions health;
  @Autowired Exemptions exemptions;
  @Autowired Figures figures;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired MovableClock clock;

  private Three by;
  private Searched searched;

  @BeforeEach
  void nothing_in_the_way() {
    by = answering.officers();
    searched = answering.ready(by);
  }

  @Test
  void health_data_leave_only_with_an_opinion_in_date_that_they_do_no_serious_harm() {
    var record = clinicLetter();
    refusedForHealth();
    stored(record, days.today().minusMonths(7), false);
    refusedForHealth();
    opinion(record, days.today().minusMonths(2), false);
    assertThat(answering.prepare(searched.reference(), by.caseworker())).isNotNull();
    opinion(record, days.today().minusMonths(1), true);
    refusedForHealth();
    answering.desk.withhold(
        searched.reference(), record.id(), 1, "HEALTH_SERIOUS_HARM", by.caseworker());
    assertThat(pack())
        .contains(
            "Health: serious harm (DPA 2018 Sch 3 para 5)", "serious harm to somebody’s health");
  }

  @Test
  void an_opinion_counts_by_the_day_in_london_that_the_portal_has() {
    opinion(clinicLetter(), days.today().minusMonths(6).plusDays(1), false);
    assertThat(answering.prepare(searched.reference(), by.caseworker())).isNotNull();
    clock.set(days.now().plus(Duration.ofDays(7)));
    refusedForHealth();
  }

  @Test
  void health_data_that_the_person_knows_leave_without_an_opinion() {
    var record = clinicLetter();
    var page =
        new Item(record.pages().getFirst().itemId(), Item.Kind.PAGE, record.id().value(), "");
    by.caseworker()
        .acting()
        .run(() ->
            health.know(
                searched.reference(),
                page,
                "The same letter was sent to them in 2019.",
                by.caseworker()));
    assertThat(answering.prepare(searched.reference(), by.caseworker())).isNotNull();
  }

  @Test
  void crime_and_taxation_in_place_of_immigration_control_warns_the_approver_and_is_counted() {
    var record = answering.collect(searched, by, "Visit report", "How it is done");
    var before = instead();
    answering.withhold(searched, by, record.id(), 1, "CRIME_TAX");
    assertThat(warnings()).isEmpty();
    assertThat(instead()).isEqualTo(before);
    var id = answering.propose(searched, by, record, new Telling.Told());
    assertThat(warnings()).isEmpty();
    giveBack(id);
    assertThat(warnings()).containsExactly("Visit report, page 1 of 1");
    assertThat(instead()).isEqualTo(before + 1);
    answering.withhold(searched, by, record.id(), 1, "NOT_ABOUT_YOU");
    assertThat(warnings()).as("What is not used needs no warning").isEmpty();
  }

  @Test
  void a_withdrawn_determination_and_a_refused_attempt_count_as_well() {
    var record = answering.collect(searched, by, "Visit report", "How it is done");
    var ground = answering.determined(searched, by, record, new Telling.Told());
    answering.withdraw(searched, ground);
    answering.withhold(searched, by, record.id(), 1, "CRIME_TAX");
    assertThat(warnings()).hasSize(1);
    var other = answering.collect(searched, by, "Another record", "Something else");
    answering.withhold(searched, by, other.id(), 1, "CRIME_TAX");
    assertThat(warnings()).hasSize(1);
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "insert into exemptions.refused_attempt (attempt_id, case_id, rule, officer_id, attempted_on) values (?, ?, 'WINDRUSH_GUARD', ?, ?)")
                .params(
                    List.of(
                        Identifiers.next(),
                        searched.reference().value(),
                        by.caseworker().id(),
                        days.today()))
                .update());
    assertThat(warnings()).hasSize(2);
  }

  @Test
  void the_pack_says_for_each_ground_what_the_register_says() {
    var record = answering.collect(searched, by, "Letters", "One", "Two", "Three");
    answering.withhold(searched, by, record.id(), 1, "LEGAL_PRIVILEGE");
    answering.withhold(searched, by, record.id(), 2, "NEGOTIATION");
    answering.desk.redact(searched.reference(), record.id(), 3, "CONF_REFERENCE", by.caseworker());
    assertThat(pack())
        .contains("Legal advice (DPA 2018 Sch 2 para 19)", "It is confidential legal advice")
        .contains(
            "Negotiations with you (DPA 2018 Sch 2 para 23)", "what we intend in negotiations")
        .contains("A confidential reference (DPA 2018 Sch 2 para 24)", "given in confidence")
        .contains("About another person (DPA 2018 Sch 2 para 16)");
  }

  private ReviewedRecord clinicLetter() {
    var record = answering.collect(searched, by, "Clinic letter", "What the doctor wrote");
    answering.desk.tagHealth(searched.reference(), record.id(), by.caseworker());
    answering.desk.release(searched.reference(), record.id(), 1, by.caseworker());
    return record;
  }

  private void refusedForHealth() {
    refused(
        "health-opinion-missing", () -> answering.prepare(searched.reference(), by.caseworker()));
  }

  private void opinion(ReviewedRecord record, LocalDate givenOn, boolean harm) {
    var about = new Item(record.itemId(), Item.Kind.RECORD, record.id().value(), "");
    var given =
        new HealthOpinions.Given(
            "Dr Nerys Hughes, psychiatrist",
            "GMC 1234567",
            harm,
            "Read the whole letter and said so.",
            givenOn);
    by.caseworker()
        .acting()
        .run(() -> health.record(searched.reference(), about, given, by.caseworker()));
  }

  /** As it was recorded on the day it was given. */
  private void stored(ReviewedRecord record, LocalDate givenOn, boolean harm) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into exemptions.health_opinion (opinion_id, case_id, item_id, within_id, professional, registration,
                      test_met, words, given_on, officer_id, recorded_on)
                    values (?, ?, ?, ?, 'Dr Nerys Hughes', 'GMC 1234567', ?, 'Read the whole letter and said so.', ?, ?, ?)
                    """)
                .params(
                    List.of(
                        Identifiers.next(),
                        searched.reference().value(),
                        record.itemId(),
                        record.id().value(),
                        harm,
                        givenOn,
                        by.caseworker().id(),
                        givenOn))
                .update());
  }

  private void giveBack(DeterminationId id) {
    by.senior()
        .acting()
        .run(() ->
            exemptions.giveBack(
                searched.reference(), id, by.senior(), "The prejudice is not made out."));
  }

  private List<String> warnings() {
    return samples.as(
        by.senior().acting(), () -> desk.standing(searched.reference(), by.senior()).instead());
  }

  private long instead() {
    figures.rebuild();
    return figures.all().stream()
        .filter(figure -> figure.measure().equals("relied-crime"))
        .filter(figure -> figure.split().equals("INSTEAD_OF_IMMIGRATION"))
        .mapToLong(Figures.Figure::n)
        .sum();
  }

  private String pack() {
    var pack = answering.prepare(searched.reference(), by.caseworker());
    return PdfText.of(answering.pdf(searched.reference(), pack, by.caseworker()));
  }
}
