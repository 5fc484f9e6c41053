package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses of a clock, whoever asks and however. */
@PortalTest
class ClockGuardTests {

  private static final String REASON = "Two people of this name arrived that year.";

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Correspondence correspondence;
  @Autowired JdbcClient jdbc;

  private CaseReference reference;
  private Officer officer;

  @BeforeEach
  void receive() {
    officer = samples.officer("Ann", Role.CASEWORKER);
    reference = samples.generalCase();
  }

  @Test
  void a_late_notice_is_refused_by_the_database_too() {
    assertRefused(
        Acting.system(),
        "notice-too-late",
        () -> insertExtension("2090-12-03", "2090-12-02", REASON));
    assertRefused(
        Acting.system(),
        "words-needed",
        () -> insertExtension("2090-12-02", "2090-12-02", "          "));
  }

  private int insertExtension(String on, String noticeBy, String words) {
    return jdbc.sql(
            """
            insert into casework.clock_event (event_id, case_id, kind, on_date, words, ground, notice_by, recorded_by)
            values (gen_random_uuid(), :case, 'EXTENDED', cast(:on as date), :words, 'COMPLEXITY', cast(:by as date), :by_whom)
            """)
        .param("case", reference.value())
        .param("by_whom", officer.id())
        .param("on", on)
        .param("words", words)
        .param("by", noticeBy)
        .update();
  }

  @Test
  void only_an_answer_is_recorded_without_an_officer_and_none_by_a_requester_as_one() {
    assertRefused(
        Acting.system(), "officer-needed", () -> insert("CLARIFICATION_ASKED", today(), null));
    var requester = samples.holderOf(reference).acting();
    samples.as(
        officer.acting(),
        () -> correspondence.ask(reference, officer, "Which port was it?", "There are many ports"));
    assertThatThrownBy(() ->
            samples.as(requester, () -> insert("CLARIFICATION_ANSWERED", today(), officer.id())))
        .hasRootCauseMessage(
            "ERROR: new row violates row-level security policy for table \"clock_event\"");
    samples.run(requester, () -> correspondence.write(reference, "Tilbury"));
  }

  @Test
  void for_each_cause_the_clock_stops_and_starts_again_in_turn() {
    var causes =
        Map.of(
            "CLARIFICATION_ASKED", "CLARIFICATION_ANSWERED",
            "IDENTITY_DOUBTED", "IDENTITY_INFORMATION_RECEIVED",
            "FEE_FOUND", "FEE_PAID");
    causes.forEach((stop, start) -> {
      assertRefused(Acting.system(), "not-stopped", () -> insert(start));
      assertRefused(Acting.system(), "already-stopped", () -> insert(stop) + insert(stop));
      assertRefused(
          Acting.system(), "not-stopped", () -> insert(stop) + insert(start) + insert(start));
      causes.keySet().stream()
          .filter(other -> !other.equals(stop))
          .forEach(other ->
              assertRefused(Acting.system(), "not-stopped", () -> insert(other) + insert(start)));
    });
  }

  @Test
  void an_officer_writes_no_other_officers_name() {
    var other = samples.officer("Ben", Role.CASEWORKER);
    assertThatThrownBy(() ->
            samples.as(other.acting(), () -> insert("CLARIFICATION_ASKED", today(), officer.id())))
        .hasRootCauseMessage(
            "ERROR: new row violates row-level security policy \"in_own_name\" for table \"clock_event\"");
  }

  private int insert(String kind) {
    return insert(kind, today(), officer.id());
  }

  @Test
  void no_clock_moves_before_receipt_or_after_the_answer() {
    assertRefused(
        Acting.system(),
        "before-receipt",
        () -> insert("CLARIFICATION_ASKED", today().minusDays(1), officer.id()));
    samples.run(Acting.system(), () -> casework.close(reference, Outcome.NOTHING_HELD, today()));
    assertRefused(
        Acting.system(),
        "case-is-answered",
        () -> insert("CLARIFICATION_ASKED", today(), officer.id()));
  }

  private LocalDate today() {
    return samples.as(Acting.system(), () -> casework.summary(reference)).receivedOn();
  }

  private int insert(String kind, LocalDate on, @Nullable UUID recordedBy) {
    return jdbc.sql(
            """
            insert into casework.clock_event (event_id, case_id, kind, on_date, words, reason, recorded_by)
            values (gen_random_uuid(), :case, :kind, :on, 'Which port was it?', 'There are many ports', :officer)
            """)
        .param("case", reference.value())
        .param("kind", kind)
        .param("on", on)
        .param("officer", recordedBy)
        .update();
  }

  @Test
  void a_due_date_moves_only_with_an_event_and_only_in_ones_own_case() {
    assertRefused(Acting.system(), "due-date-follows-an-event", () -> keepDue(reference));
    var requester = samples.holderOf(reference).acting();
    var other = samples.generalCase();
    assertRefused(requester, "due-date-follows-an-event", () -> keepDue(reference));
    assertRefused(requester, "no-such-case", () -> casework.hold(other));
    assertRefused(Acting.visitor(null), "no-such-case", () -> casework.hold(other));
    assertThatThrownBy(
            () -> samples.as(requester, () -> insertExtension("2090-11-02", "2090-12-02", REASON)))
        .hasRootCauseMessage(
            "ERROR: new row violates row-level security policy for table \"clock_event\"");
  }

  private boolean keepDue(CaseReference moved) {
    return jdbc.sql("select casework.keep_due(:case, date '2030-01-01', date '2030-01-01')")
        .param("case", moved.value())
        .query((_, _) -> true)
        .single();
  }

  private void assertRefused(Acting acting, String rule, Supplier<?> work) {
    assertThatThrownBy(() -> samples.as(acting, work::get))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
