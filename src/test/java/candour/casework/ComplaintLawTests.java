package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Complaint.Cause;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That no row about a complaint comes out of turn or from whoever may not write it, in SQL. */
@PortalTest
class ComplaintLawTests {

  @Autowired Complaints complaints;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private CaseReference reference;
  private Officer caseworker;
  private Officer senior;

  @BeforeEach
  void somebodyAsked() {
    reference = samples.generalCase();
    caseworker = samples.officer("Amara Okafor", Role.CASEWORKER);
    senior = samples.officer("Mair Bowen", Role.SENIOR);
  }

  @Test
  void the_database_refuses_every_row_out_of_turn() {
    var id =
        samples
            .holderOf(reference)
            .acting()
            .call(() -> complaints.complain(reference, Set.of(Cause.LATE), ""));
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(sql(complaint("ONLINE", null, "current_date"))).isEqualTo("officer-needed");
    assertThat(sql(complaint("PAPER", releaser, "current_date"))).isEqualTo("caseworkers-only");
    assertThat(sql(complaint("PAPER", caseworker, "'2020-01-01'"))).isEqualTo("before-receipt");
    assertThat(sql(notice(id, "PROGRESS", releaser))).isEqualTo("caseworkers-only");
    assertThat(sql(notice(id, "ACKNOWLEDGED", caseworker))).contains("one_acknowledgement");
    assertThat(sql(outcome(id, caseworker))).isEqualTo("senior-officer-only");
    assertThat(sql(outcome(id, senior))).isEqualTo("nothing");
    assertThat(sql(outcome(id, samples.officer("Other", Role.SENIOR))))
        .isEqualTo("complaint-is-decided");
    assertThat(sql(notice(id, "PROGRESS", caseworker))).isEqualTo("complaint-is-decided");
    for (var table :
        List.of("complaint", "complaint_notice", "complaint_outcome", "open_redress")) {
      assertThat(sql("delete from casework." + table)).contains("permission denied");
      assertThat(sql("update casework." + table + " set case_id = case_id"))
          .contains("permission denied");
    }
  }

  private String sql(String statement) {
    return guarded.refusal(Acting.system(), () -> jdbc.sql(statement).update());
  }

  private String complaint(String channel, @Nullable Officer officer, String on) {
    return """
    insert into casework.complaint (complaint_id, case_id, about, channel, received_on, acknowledge_by, officer_id)
    values (gen_random_uuid(), '%s', '{LATE}', '%s', %s, %3$s::date + 30, %s)
    """
        .formatted(
            reference.value(), channel, on, officer == null ? "null" : "'" + officer.id() + "'");
  }

  private String notice(UUID id, String kind, Officer officer) {
    return """
    insert into casework.complaint_notice (notice_id, complaint_id, case_id, kind, words, officer_id, on_date)
    values (gen_random_uuid(), '%s', '%s', '%s', 'We look into it.', '%s', current_date)
    """
        .formatted(id, reference.value(), kind, officer.id());
  }

  private String outcome(UUID id, Officer officer) {
    return """
    insert into casework.complaint_outcome (complaint_id, case_id, outcome, reasons, decided_by, decided_on)
    values ('%s', '%s', 'UPHELD', '%s', '%s', current_date)
    """
        .formatted(id, reference.value(), "r".repeat(40), officer.id());
  }
}
