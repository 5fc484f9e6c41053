package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.function.Supplier;
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
  @Autowired JdbcClient jdbc;

  private CaseReference reference;

  @BeforeEach
  void receive() {
    reference = samples.generalCase();
  }

  @Test
  void a_late_notice_is_refused_by_the_database_too() {
    assertRefused(
        Acting.system(),
        "notice-too-late",
        () -> insertExtension("2026-12-03", "2026-12-02", REASON));
    assertRefused(
        Acting.system(),
        "words-needed",
        () -> insertExtension("2026-12-02", "2026-12-02", "          "));
  }

  private int insertExtension(String on, String noticeBy, String words) {
    return jdbc.sql(
            """
            insert into casework.clock_event (event_id, case_id, kind, on_date, words, ground, notice_by)
            values (gen_random_uuid(), :case, 'EXTENDED', cast(:on as date), :words, 'COMPLEXITY', cast(:by as date))
            """)
        .param("case", reference.value())
        .param("on", on)
        .param("words", words)
        .param("by", noticeBy)
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
            () -> samples.as(requester, () -> insertExtension("2026-11-02", "2026-12-02", REASON)))
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
