package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.Correction.Asked;
import candour.casework.Correction.Ruling;
import candour.casework.Listed.Place;
import candour.casework.OpenRedress.Kind;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A request to put something right, and the ruling on it (UK GDPR Art. 16). */
@PortalTest
@RecordApplicationEvents
class CorrectionsTests {

  private static final String REASONS = "We changed the date in the case database and on paper.";
  private static final Asked ASKED = new Asked(null, false, "I came in 1962.", "1962, not 1972");

  @Autowired Corrections corrections;
  @Autowired Correspondence correspondence;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEvents events;
  @Autowired OpenRedress open;

  @Autowired
  @Qualifier("reportDataSource")
  DataSource report;

  private CaseReference reference;
  private Officer officer;

  @BeforeEach
  void opened() {
    reference = samples.guardedCase();
    officer = samples.officer("Amara Okafor", Role.CASEWORKER);
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void what_is_asked_is_ruled_on_once_and_told_with_reasons_and_rights() {
    var id = ask(ASKED);
    assertThat(ask(ASKED)).as("sent twice").isEqualTo(id);
    assertThat(rule(id, Ruling.CORRECTED)).isEqualTo("nothing");
    assertThat(rule(id, Ruling.REFUSED)).isEqualTo("correction-is-decided");
    assertThat(mine().getFirst().ruled()).extracting(it -> it.ruling()).isEqualTo(Ruling.CORRECTED);
    assertThat(
            samples
                .holderOf(reference)
                .acting()
                .call(() -> correspondence.messages(reference))
                .getLast()
                .words())
        .contains("We have put it right", REASONS, "section 165");
    assertThat(events.stream(RedressMoved.class).map(RedressMoved::factClass))
        .containsExactly("correction.asked", "correction.ruled");
  }

  /** The same month as of a request, over a bank holiday: row 14 of the table of deadlines. */
  @Test
  void the_month_to_answer_is_counted_as_that_of_a_request() {
    clock.set(Instant.parse("2026-12-01T10:00:00Z"));
    reference = samples.generalCase();
    ask(ASKED);
    var asked = mine().getFirst();
    assertThat(asked.answerBy()).isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(asked.isOverdueOn(LocalDate.of(2027, 1, 4))).isFalse();
    assertThat(asked.isOverdueOn(LocalDate.of(2027, 1, 5))).isTrue();
    var today = LocalDate.of(2026, 12, 1);
    assertThat(receive(today)).isEqualTo("nothing");
    assertThat(receive(today.plusDays(1))).isEqualTo("not-yet");
    assertThat(receive(today.minusDays(1))).isEqualTo("before-receipt");
  }

  /** As for a request: rows 29 and 30 of the table of deadlines. */
  @Test
  void two_further_months_are_taken_once_and_told_within_the_first() {
    clock.set(Instant.parse("2026-11-02T10:00:00Z"));
    reference = samples.generalCase();
    var id = ask(ASKED);
    var late = ask(new Asked(null, true, "That is my brother.", ""));
    clock.set(Instant.parse("2026-12-02T10:00:00Z"));
    assertThat(extend(id)).isEqualTo("nothing");
    assertThat(extend(id)).isEqualTo("correction-is-extended");
    var extended = mine().getFirst();
    assertThat(extended.answerBy()).isEqualTo(LocalDate.of(2027, 2, 2));
    assertThat(extended.extended())
        .extracting(it -> it.instead(), it -> it.reasons())
        .containsExactly(LocalDate.of(2026, 12, 2), REASONS);
    assertThat(samples.holderOf(reference).acting().call(() -> correspondence.messages(reference)))
        .extracting(Message::words)
        .last()
        .asString()
        .contains("We will answer by 2 February 2027", REASONS, "section 165");
    clock.set(Instant.parse("2026-12-03T10:00:00Z"));
    assertThat(extend(late)).isEqualTo("notice-too-late");
    assertThat(events.stream(RedressMoved.class).map(RedressMoved::factClass))
        .containsExactly("correction.asked", "correction.asked", "correction.extended");
    var before = new Place(true, LocalDate.of(2026, 11, 1), new UUID(0, 0));
    assertThat(officer.acting().call(() -> open.page(Kind.CORRECTION, before)).rows())
        .filteredOn(row -> row.id().equals(id))
        .extracting(OpenRedress.Row::by)
        .containsExactly(LocalDate.of(2027, 2, 2));
    var lateOnes = lateOnes();
    assertThat(rule(id, Ruling.CORRECTED)).isEqualTo("nothing");
    assertThat(lateOnes()).isEqualTo(lateOnes);
    assertThat(rule(late, Ruling.CORRECTED)).isEqualTo("nothing");
    assertThat(lateOnes()).isEqualTo(lateOnes + 1);
    assertThat(extend(id)).isEqualTo("correction-is-decided");
  }

  @Test
  void the_database_refuses_an_extension_that_the_law_does_not_allow() {
    clock.set(Instant.parse("2026-11-02T10:00:00Z"));
    reference = samples.generalCase();
    var id = ask(ASKED);
    var releaser = samples.officer("Releaser", Role.RELEASER);
    clock.set(Instant.parse("2026-12-03T10:00:00Z"));
    for (var on : List.of("2026-12-03", "2026-12-02")) {
      assertThat(sql(extension(id, on, "2027-02-02", officer))).isEqualTo("notice-too-late");
    }
    clock.set(Instant.parse("2026-11-03T10:00:00Z"));
    assertThat(sql(extension(id, "2026-11-03", "2027-02-02", releaser)))
        .isEqualTo("caseworkers-only");
    assertThat(
            sql(extension(id, "2026-11-03", "2027-02-02", officer).replace(REASONS, "Too short")))
        .isEqualTo("correction-extension-reasons-check");
    for (var until : List.of("2027-02-01", "2027-02-17")) {
      assertThat(sql(extension(id, "2026-11-03", until, officer)))
          .isEqualTo("two-further-months-only");
    }
    assertThat(sql(extension(id, "2026-11-03", "2027-02-02", officer))).isEqualTo("nothing");
    assertThat(sql(extension(id, "2026-11-03", "2027-02-02", officer)))
        .isEqualTo("correction-is-extended");
    var last = ask(new Asked(null, true, "That is my sister.", ""));
    assertThat(sql(extension(last, "2026-11-03", "2027-02-17", officer))).isEqualTo("nothing");
    var other = ask(new Asked(null, true, "That is my brother.", ""));
    assertThat(sql(ruling(other, officer))).isEqualTo("nothing");
    assertThat(sql(extension(other, "2026-11-03", "2027-02-02", officer)))
        .isEqualTo("correction-is-decided");
    assertThat(sql("delete from casework.correction_extension")).contains("permission denied");
  }

  @Test
  void the_database_refuses_every_row_out_of_turn() {
    var id = ask(ASKED);
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(sql(ruling(id, releaser))).isEqualTo("caseworkers-only");
    assertThat(sql(ruling(id, officer))).isEqualTo("nothing");
    assertThat(sql(ruling(id, officer))).isEqualTo("correction-is-decided");
    var other = samples.holderOf(samples.generalCase()).acting();
    assertThat(other.call(() -> corrections.of(reference))).isEmpty();
    assertThat(guarded.refusal(other, () -> corrections.ask(reference, ASKED)))
        .isEqualTo("no-such-case");
    for (var table : List.of("correction", "correction_ruling")) {
      assertThat(sql("delete from casework." + table)).contains("permission denied");
    }
  }

  private UUID ask(Asked asked) {
    return samples.holderOf(reference).acting().call(() -> corrections.ask(reference, asked));
  }

  private String receive(LocalDate on) {
    return guarded.refusal(
        officer.acting(), () -> corrections.receive(reference, ASKED, Channel.PHONE, on, officer));
  }

  private String rule(UUID id, Ruling ruling) {
    return guarded.refusal(
        officer.acting(), () -> corrections.rule(reference, id, ruling, REASONS, officer));
  }

  private String extend(UUID id) {
    return guarded.refusal(
        officer.acting(),
        () -> corrections.extend(reference, id, Ground.COMPLEXITY, REASONS, officer));
  }

  /** How many corrections the committee is told were ruled on too late. */
  private long lateOnes() {
    return JdbcClient.create(report)
        .sql("select count(*) from casework.facts where fact = 'CORRECTION' and not on_time")
        .query(Long.class)
        .single();
  }

  private List<Correction> mine() {
    return samples.holderOf(reference).acting().call(() -> corrections.of(reference));
  }

  private String sql(String statement) {
    return guarded.refusal(Acting.system(), () -> jdbc.sql(statement).update());
  }

  private String extension(UUID id, String on, String until, Officer by) {
    return """
    insert into casework.correction_extension (correction_id, case_id, ground, reasons, notice_on, answer_by, officer_id)
    values ('%s', '%s', 'COMPLEXITY', '%s', '%s', '%s', '%s')
    """
        .formatted(id, reference.value(), REASONS, on, until, by.id());
  }

  private String ruling(UUID id, Officer by) {
    return """
    insert into casework.correction_ruling (correction_id, case_id, ruling, reasons, decided_by, decided_on)
    values ('%s', '%s', 'CORRECTED', '%s', '%s', common.today())
    """
        .formatted(id, reference.value(), REASONS, by.id());
  }
}
