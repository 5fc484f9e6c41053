package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.IdentityChecks.Look;
import candour.identity.Verification.Method;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The course of a case as the database keeps it, whatever the application writes. */
@PortalTest
class CourseTests {

  private static final Look LOOK = new Look(Method.IN_PERSON, "We spoke", "They knew it all");

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired IdentityChecks identityChecks;
  @Autowired JdbcClient jdbc;
  private CaseReference reference;
  private Officer officer;

  @BeforeEach
  void receive() {
    reference = samples.generalCase();
    officer = samples.officer("Ann", Role.CASEWORKER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "case-is-answered | stage = 'REVIEW', outcome = null, answered_on = null",
        "case-is-answered | outcome = 'DISCLOSED'",
        "case-is-answered | answered_on = answered_on + 1",
        "case-is-answered | version = version + 1",
      })
  void what_is_answered_stays_as_it_was_answered(String rule, String change) {
    close();
    assertRefused(rule, change);
  }

  @Test
  void no_case_moves_back_or_is_answered_before_it_came() {
    as(() -> casework.reached(reference, Stage.REVIEW));
    assertRefused("case-moves-forward", "stage = 'RECEIVED'");
    assertRefused("case-moves-forward", "version = version - 1");
    assertRefused(
        "answered-after-receipt",
        "stage = 'ANSWERED', outcome = 'DISCLOSED', answered_on = received_on - 1");
  }

  @Test
  void an_identity_is_confirmed_once_by_an_accepted_look_at_this_person_for_this_case() {
    as(() -> identityChecks.reject(reference, officer, LOOK));
    var rejected = lookIn(reference);
    assertThatThrownBy(() -> confirmBy(rejected))
        .isInstanceOf(DataIntegrityViolationException.class);
    var other = samples.generalCase();
    as(() -> identityChecks.confirm(other, officer, LOOK));
    var ofAnother = lookIn(other);
    assertThatThrownBy(() -> confirmBy(ofAnother))
        .isInstanceOf(DataIntegrityViolationException.class);
    as(() -> identityChecks.confirm(reference, officer, LOOK));
    assertRefused("identity-is-confirmed", "identity_verification = null");
    assertThat(samples.as(Acting.system(), () -> casework.summary(reference)).identityConfirmed())
        .isTrue();
  }

  private UUID lookIn(CaseReference looked) {
    return samples.as(Acting.system(), () -> identityChecks.looks(looked)).getLast().id();
  }

  private void confirmBy(UUID verification) {
    as(() ->
        jdbc.sql("update casework.request set identity_verification = :id where case_id = :case")
            .param("id", verification)
            .param("case", reference.value())
            .update());
  }

  private void close() {
    as(() -> {
      var today = casework.summary(reference).receivedOn();
      casework.close(reference, Outcome.NOTHING_HELD, today);
    });
  }

  private void assertRefused(String rule, String change) {
    assertThatThrownBy(() ->
            as(() ->
                jdbc.sql("update casework.request set " + change + " where case_id = :case")
                    .param("case", reference.value())
                    .update()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  private void as(Runnable work) {
    samples.run(Acting.system(), () -> work.run());
  }
}
