package candour.records;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Casework;
import candour.casework.Complaint.Cause;
import candour.casework.Complaints;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.records.RecordsScene.Opened;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Screens that must stop an officer, and never for good: the registration, outcome and appeal of
 * HOCS (Home Office), on our screens. A nationality, which it takes from a list, is asked nowhere
 * here.
 */
@PortalTest
class PeersScreensTests {

  private static final String REASONS = "The files of three offices have to be compared by hand.";

  @Autowired RecordsScene scene;
  @Autowired People people;
  @Autowired Casework casework;
  @Autowired Complaints complaints;
  @Autowired MovableClock clock;

  private Opened at;
  private Browser browser;

  @BeforeEach
  void an_officer_at_work() {
    at = scene.open();
    browser = people.signedIn(at.officer());
  }

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void a_screen_confirmed_without_an_answer_has_one_error_for_each_mandatory_field() {
    browser.get(path("/identity/look"));
    assertThat(errors(browser.submit("main form", Map.of()))).hasSize(4).doesNotHaveDuplicates();
    browser.get(path("/clock/extend"));
    assertThat(errors(browser.submit("main form", Map.of()))).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void an_identity_that_is_not_confirmed_is_no_dead_end() {
    look("false");
    assertThat(identityConfirmed()).isFalse();
    assertThat(browser.get(path("/identity")).html().select("a[href$=/identity/look]"))
        .isNotEmpty();
    assertThat(browser.get(path("/searches")).status()).as("the work goes on").isEqualTo(200);
    look("true");
    assertThat(identityConfirmed()).isTrue();
  }

  @Test
  void what_is_kept_back_asks_for_its_ground_and_takes_none_that_was_not_determined() {
    var page = scene.collect(at, "A page");
    var review = "/records/" + page.record() + "/pages/1";
    browser.get(path(review));
    for (var ground : List.of("", "IMMIGRATION:" + UUID.randomUUID())) {
      var sent = Map.of("action", "withhold", "ground", ground);
      assertThat(errors(browser.submit("main form.app-review__decision", sent))).hasSize(1);
    }
    assertThat(scene.decisions(at, page)).isZero();
    browser.get(path("/response"));
    assertThat(browser.page().html().select("main form")).as("nothing to send yet").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 20})
  void an_extension_runs_from_receipt_so_it_never_shortens_the_time(int daysLater) {
    clock.set(clock.instant().plus(Duration.ofDays(daysLater)));
    var before = due();
    browser = people.signedIn(at.officer());
    browser.get(path("/clock/extend"));
    var sent = Map.of("ground", "COMPLEXITY", "reasons", REASONS);
    assertThat(errors(browser.submit("main form", sent))).isEmpty();
    assertThat(due()).isAfter(before).isBetween(before.plusDays(58), before.plusDays(64));
  }

  @Test
  void a_complaint_waits_is_told_of_and_is_decided_and_each_step_is_in_the_history() {
    var id =
        scene
            .samples
            .holderOf(at.reference())
            .acting()
            .call(() -> complaints.complain(at.reference(), Set.of(Cause.LATE), ""));
    var senior = people.signedIn(Role.SENIOR);
    assertThat(senior.get(path("/complaints")).html().select("main .govuk-tag--yellow")).hasSize(1);
    senior.get(path("/complaints/" + id));
    senior.submit("main form", Map.of("words", "We have your file and read it today."));
    senior.get(path("/complaints/" + id + "/decide"));
    senior.submit("main form", Map.of("outcome", "UPHELD", "reasons", REASONS));
    assertThat(senior.get(path("/complaints")).html().select("main .govuk-tag--grey")).hasSize(1);
    assertThat(scene.samples.logged(at.reference()))
        .containsSubsequence(
            "complaint.received",
            "complaint.acknowledged",
            "complaint.progress-told",
            "complaint.decided");
  }

  private void look(String satisfied) {
    browser.get(path("/identity/look"));
    var sent =
        Map.of(
            "satisfied", satisfied,
            "method", "IN_PERSON",
            "evidence", "A library card",
            "reason", "Compared with what our record says.");
    assertThat(errors(browser.submit("main form", sent))).isEmpty();
  }

  private boolean identityConfirmed() {
    return Acting.system().call(() -> casework.summary(at.reference())).identityConfirmed();
  }

  private LocalDate due() {
    return Objects.requireNonNull(
        Acting.system().call(() -> casework.summary(at.reference())).dueOn());
  }

  private static List<String> errors(Page page) {
    return page.html().select(".govuk-error-summary li").eachText();
  }

  private String path(String more) {
    return "/staff/cases/" + at.reference() + more;
  }
}
