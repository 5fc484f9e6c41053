package candour.casework;

import static candour.casework.Guarded.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Reclassification.State;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That there is no other way out of the guard: what the database refuses, whoever writes it. */
@PortalTest
class ReclassificationLawTests {

  @Autowired Reclassifications reclassifications;
  @Autowired Casework casework;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;

  private CaseReference reference;
  private Officer one;
  private Officer other;

  @BeforeEach
  void open() {
    reference = samples.guardedCase();
    one = samples.officer("One", Role.SENIOR);
    other = samples.officer("Other", Role.SENIOR);
  }

  @Test
  void the_kind_is_written_by_no_hand() {
    for (var column : List.of("kind", "purpose", "reopened_on")) {
      assertThatThrownBy(() ->
              system(() ->
                  jdbc.sql("update casework.request set " + column + " = null where case_id = ?")
                      .param(reference.value())
                      .update()))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void the_database_refuses_every_step_out_of_turn() {
    var id = Identifiers.next();
    var caseworker = samples.officer("Caseworker", Role.CASEWORKER).id();
    assertThat(sql(propose(id, "PROVE_STATUS", one.id()))).isEqualTo("purpose-without-guard");
    assertThat(sql(propose(id, "LEGAL", caseworker))).isEqualTo("senior-officer-only");
    assertThat(sql(propose(id, "LEGAL", one.id()))).isEqualTo("nothing");
    assertThat(sql(propose(Identifiers.next(), "LEGAL", other.id())))
        .isEqualTo("reclassification-open");
    assertThat(sql(effect(id, 400))).as("never approved").isEqualTo("notice-period");
    assertThat(sql(rule(id, one.id()))).isEqualTo("four-eyes");
    assertThat(sql(rule(id, caseworker))).isEqualTo("senior-officer-only");
    assertThat(sql(rule(id, other.id()))).as("nobody told").isEqualTo("approved-is-noticed");
    assertThat(sql(rule(id, other.id()), notice(id, 13))).isEqualTo("notice-period");
    var told = guarded.noticed(samples.guardedCase());
    var message =
        "(select message_id from casework.reclassification_notice where reclassification_id = '%s')";
    var again = notice(id, 14).replace("gen_random_uuid()", message.formatted(told));
    assertThat(sql(rule(id, other.id()), again)).contains("message_id_key");
    guarded.goesOut(told);
    assertThat(sql(rule(id, other.id()), again)).as("of old").isEqualTo("notice-period");
    assertThat(sql(rule(id, other.id()), notice(id, 14))).isEqualTo("nothing");
    assertThat(sql(effect(id, 400))).as("no such mail went out").isEqualTo("notice-period");
    assertThat(sql(object(id, "null"))).isEqualTo("officer-needed");
    assertThat(sql(object(id, "'" + caseworker + "'"))).isEqualTo("nothing");
    assertThat(sql(effect(id, 400))).isEqualTo("objected");
    for (var table :
        List.of(
            "protection",
            "reclassification",
            "reclassification_ruling",
            "reclassification_notice",
            "reclassification_objection",
            "reclassification_effect",
            "reopening")) {
      assertThatThrownBy(() -> system(() -> jdbc.sql("delete from casework." + table).update()))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void a_guard_ends_by_no_officers_hand_and_not_before_its_day() {
    var id = guarded.noticed(reference);
    guarded.goesOut(id);
    assertThat(sql(effect(id, 13))).isEqualTo("notice-period");
    assertThat(guarded.refusal(one.acting(), () -> run(effect(id, 14))))
        .isEqualTo("takes-effect-by-itself");
    assertThat(sql(effect(id, 14))).isEqualTo("nothing");
    assertThat(guarded.isGuarded(reference)).isFalse();
    assertThat(sql(object(id, "'" + one.id() + "'"))).isEqualTo("already-reclassified");
    var holder = samples.holderOf(reference).acting();
    assertThat(guarded.refusal(holder, () -> reclassifications.object(reference, "", null)))
        .isEqualTo("nothing-to-object-to");
  }

  @Test
  void another_persons_case_is_not_seen_and_not_objected_to() {
    var id = guarded.noticed(reference);
    var stranger = samples.holderOf(samples.guardedCase()).acting();
    assertThat(stranger.call(() -> reclassifications.of(reference))).isEmpty();
    assertThatThrownBy(() ->
            samples.as(
                stranger,
                () -> {
                  run(object(id, "null"));
                  return true;
                }))
        .isInstanceOf(DataAccessException.class);
    assertThat(guarded.state(reference)).isEqualTo(State.NOTICED);
  }

  @Test
  void an_answered_case_keeps_its_guard() {
    var id = guarded.noticed(reference);
    guarded.goesOut(id);
    system(() -> casework.close(reference, Outcome.DISCLOSED, days.today()));
    guarded.later(20);
    assertThat(guarded.isGuarded(reference)).isTrue();
    assertThat(sql(effect(id, 20))).isEqualTo("case-is-answered");
  }

  private String sql(String... statements) {
    return guarded.refusal(Acting.system(), () -> run(statements));
  }

  private void run(String... statements) {
    for (var statement : statements) {
      jdbc.sql(statement).update();
    }
  }

  private void system(Runnable work) {
    samples.run(Acting.system(), () -> work.run());
  }

  private String propose(UUID id, String purpose, UUID by) {
    return "insert into casework.reclassification (reclassification_id, case_id, purpose, reason, proposed_by,"
        + " proposed_on) values ('%s', '%s', '%s', '%s', '%s', common.today())"
            .formatted(id, reference, purpose, REASON, by);
  }

  private String rule(UUID id, UUID by) {
    return "insert into casework.reclassification_ruling (reclassification_id, case_id, ruling, reason, proposed_by,"
        + " decided_by, decided_on) values ('%s', '%s', 'APPROVED', 'Read and agreed.', '%s', '%s', common.today())"
            .formatted(id, reference, one.id(), by);
  }

  private String notice(UUID id, int days) {
    return "insert into casework.reclassification_notice (reclassification_id, case_id, message_id, sent_on,"
        + " not_before) values ('%s', '%s', gen_random_uuid(), common.today(), common.today() + %d)"
            .formatted(id, reference, days);
  }

  private String object(UUID id, String officer) {
    return "insert into casework.reclassification_objection (reclassification_id, case_id, officer_id, objected_on)"
        + " values ('%s', '%s', %s, common.today())".formatted(id, reference, officer);
  }

  private String effect(UUID id, int later) {
    return "insert into casework.reclassification_effect (reclassification_id, case_id, effective_on)"
        + " values ('%s', '%s', '%s')".formatted(id, reference, days.today().plusDays(later));
  }
}
