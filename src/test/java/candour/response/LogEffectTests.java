package candour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Home;
import candour.platform.Refusal;
import candour.response.Answering.Three;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No log, no effect: an answer leaves when the log has the determinations that it rests on. */
@PortalTest
class LogEffectTests {

  @Autowired Answering answering;
  @Autowired Responses responses;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Home home;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  @Test
  void an_answer_waits_for_the_log_and_says_so() {
    var by = answering.officers();
    var reference = samples.generalCase();
    var sequencing =
        new SingleConnectionDataSource(pool.getJdbcUrl(), "candour_owner", secret(), true);
    JdbcClient.create(sequencing)
        .sql("select pg_advisory_lock(hashtextextended('audit.leaf', 0))")
        .query()
        .listOfRows();
    UUID pack;
    try {
      answering.determined(reference, by, "Notes", "A secret");
      pack = answering.approved(reference, by);
      release(reference, pack, by);
      assertThat(answering.leaves(pack)).isFalse();
      refused("determination-not-in-log-yet", reference, pack);
      var page = people.signedIn(by.releaser());
      var path = "/staff/cases/" + reference + "/response";
      assertThat(page.get(path).text()).contains("does not have its place in the decision log yet");
      assertThat(page.get(path + "?lang=cy").text()).contains("ei le yn y log penderfyniadau eto");
    } finally {
      sequencing.destroy();
    }
    answering.leave(pack);
    assertThat(rest(reference)).isPositive();
  }

  @Test
  void a_determination_that_was_never_logged_keeps_the_answer() {
    var by = answering.officers();
    var reference = samples.generalCase();
    answering.determined(reference, by, "Notes", "A secret");
    var pack = answering.approved(reference, by);
    forge(reference, "determination.approved", "determination.unheard");
    try {
      release(reference, pack, by);
      assertThat(answering.leaves(pack)).isFalse();
      refused("determination-not-logged", reference, pack);
    } finally {
      forge(reference, "determination.unheard", "determination.approved");
    }
    answering.leave(pack);
    assertThat(rest(reference)).isPositive();
  }

  private void release(CaseReference reference, UUID pack, Three by) {
    by.releaser().acting().run(() -> responses.release(reference, pack, by.releaser()));
  }

  /** By the database, whatever the portal asks of it. */
  private void refused(String rule, CaseReference reference, UUID pack) {
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () ->
                    jdbc.sql(
                            "insert into response.departure (pack_id, case_id, left_on, vouched_size)"
                                + " values (:pack, :case, current_date, 1)")
                        .param("pack", pack)
                        .param("case", reference.value())
                        .update()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  private long rest(CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select vouched_size from response.departure where case_id = :case")
                .param("case", reference.value())
                .query((row, _) -> row.getLong(1))
                .single());
  }

  /** As a superuser could, whom no trigger stops. */
  private void forge(CaseReference reference, String from, String to) {
    JdbcClient.create(new DriverManagerDataSource(pool.getJdbcUrl(), "candour_owner", secret()))
        .sql(
            """
            alter table audit.entry disable trigger user;
            alter table audit.entry no force row level security;
            update audit.entry set class = '%s' where class = '%s' and case_id = '%s';
            alter table audit.entry force row level security;
            alter table audit.entry enable trigger user
            """
                .formatted(to, from, reference.value()))
        .update();
  }

  private String secret() {
    return home.secret("postgres-owner");
  }
}
