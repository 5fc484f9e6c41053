package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import candour.casework.Urgency.Cause;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is urgent is so by somebody's word, and no longer by an officer's. */
@PortalTest
class UrgenciesTests {

  private static final String PHONED = "Her solicitor phoned and sent the notice.";

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Urgencies urgencies;
  @Autowired JdbcClient jdbc;

  private Officer officer;
  private CaseReference reference;

  @BeforeEach
  void open_a_case() {
    officer = samples.officer("Ann", Role.CASEWORKER);
    reference = samples.generalCase();
  }

  @Test
  void what_was_said_in_asking_is_kept_and_makes_the_case_urgent() {
    var asked = new Urgency(Cause.DETENTION, "since Monday", "At “Harmondsworth”.");
    var urgent = open(asked);
    assertThat(work(() -> casework.asked(urgent)).urgency()).isEqualTo(asked);
    assertThat(work(() -> casework.summary(urgent)).urgent()).isTrue();
    assertThat(work(() -> casework.asked(reference)).urgency()).isNull();
    assertThat(isUrgent()).isFalse();
  }

  @Test
  void an_officer_records_that_it_is_urgent_and_then_that_it_is_so_no_longer() {
    change(Cause.COURT_OR_APPEAL, "14 January 2027");
    change(Cause.COURT_OR_APPEAL, "14 January 2027");
    assertThat(isUrgent()).isTrue();
    change(Cause.COURT_OR_APPEAL, "18 January 2027");
    change(null, "");
    change(null, "");
    assertThat(isUrgent()).isFalse();
    assertThat(work(() -> urgencies.of(reference)))
        .extracting(Urgencies.Change::when, Urgencies.Change::cause, Urgencies.Change::officerName)
        .containsExactly(
            tuple("14 January 2027", Cause.COURT_OR_APPEAL, "Ann"),
            tuple("18 January 2027", Cause.COURT_OR_APPEAL, "Ann"),
            tuple("", null, "Ann"));
    assertThat(samples.logged(reference))
        .containsSubsequence("case.urgent", "case.urgent", "case.urgent-no-longer")
        .hasSize(4);
  }

  @Test
  void the_word_of_whoever_asked_stays_when_an_officer_ends_it() {
    reference = open(new Urgency(Cause.REMOVAL, "", ""));
    change(null, "");
    assertThat(isUrgent()).isFalse();
    assertThat(work(() -> casework.asked(reference)).urgency()).isNotNull();
  }

  @Test
  void there_is_nothing_to_end_or_to_hurry_where_nothing_is_urgent_or_open() {
    assertThat(refusal(() -> change(null, ""))).isEqualTo("not-urgent");
    work(() -> {
      casework.close(reference, Outcome.DISCLOSED, casework.summary(reference).receivedOn());
      return reference;
    });
    assertThat(refusal(() -> change(Cause.OTHER, ""))).isEqualTo("case-is-answered");
  }

  @Test
  void a_caseworker_says_so_in_their_own_name_and_with_a_reason() {
    assertThat(refusal(() -> change(Cause.OTHER, "", "Because"))).contains("reason");
    var releaser = samples.officer("Rae", Role.RELEASER);
    officer = releaser;
    assertThat(refusal(() -> change(Cause.OTHER, ""))).isEqualTo("caseworkers-only");
  }

  @Test
  void nobody_writes_whether_it_is_urgent_by_hand() {
    assertThatThrownBy(
            () -> work(() -> jdbc.sql("update casework.request set urgent = true").update()))
        .hasRootCauseMessage("ERROR: permission denied for table request");
    var holder = samples.holderOf(reference).acting();
    assertThat(samples.as(holder, () -> urgencies.of(reference))).isEmpty();
  }

  private CaseReference open(Urgency urgency) {
    return samples.as(
        Acting.visitor(Identifiers.next()),
        () -> {
          var asked = Samples.request(samples.register(), Purpose.CHECK);
          return casework
              .open(
                  new SubjectAccessRequest(
                      asked.subjectId(),
                      asked.requesterId(),
                      asked.subjectName(),
                      asked.purpose(),
                      asked.sought(),
                      urgency,
                      asked.language(),
                      asked.channel(),
                      asked.declared()))
              .reference();
        });
  }

  private boolean isUrgent() {
    return work(() -> casework.summary(reference)).urgent();
  }

  private void change(@Nullable Cause cause, String when) {
    change(cause, when, PHONED);
  }

  private void change(@Nullable Cause cause, String when, String reason) {
    work(() -> {
      urgencies.change(reference, cause, when, reason, officer);
      return reference;
    });
  }

  private <T> T work(Supplier<T> work) {
    return samples.as(officer.acting(), work);
  }

  private static String refusal(Runnable work) {
    try {
      work.run();
    } catch (Refusal refused) {
      return refused.rule();
    }
    throw new AssertionError("It was not refused");
  }
}
