package candour.exemptions.deciding;

import static candour.exemptions.deciding.ExemptionsDesk.WORDS;
import static candour.exemptions.deciding.ExemptionsDesk.approval;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of a case on which determinations are proposed and found. */
@PortalTest
class ExemptionPagesTests {

  @Autowired ExemptionsDesk desk;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private Officer proposer;
  private Officer approver;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.CASEWORKER, Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    desk.turnTo(samples.generalCase());
  }

  @Test
  void a_determination_is_proposed_approved_and_withdrawn_by_its_pages() {
    assertThat(desk.get(proposer, "").page().text()).contains("Propose a decision");
    var choose = desk.get(proposer, "/propose");
    assertThat(choose.page().select("input[name=item]").eachAttr("value"))
        .containsExactly(desk.item().toString());
    var form = desk.get(proposer, "/propose?item=" + desk.item());
    assertThat(form.page().select("textarea").eachText()).allMatch(String::isEmpty);
    assertThat(form.page().select("form[method=post] input[checked]")).isEmpty();

    var proposed = desk.propose(proposer, desk.answers(proposer));
    assertThat(proposed.status()).isEqualTo(302);
    var path = proposed.location().substring(desk.base().length());
    var shown = desk.get(approver, path).page();
    assertThat(shown.text()).contains(WORDS).contains("Waits for another officer");
    assertThat(shown.select("main script")).isEmpty();

    var empty = desk.post(approver, path, Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.page().select(".govuk-error-summary a")).hasSize(2);
    assertThat(desk.post(approver, path, approval()).location()).isEqualTo(desk.base() + path);
    assertThat(desk.get(approver, path).page().text()).contains("In force");
    assertThat(desk.post(approver, path, approval()).status()).isEqualTo(409);

    assertThat(desk.get(approver, path + "/end").status()).isEqualTo(200);
    assertThat(desk.post(approver, path + "/end", Map.of("reason", "short")).status())
        .isEqualTo(422);
    assertThat(desk.post(approver, path + "/end", Map.of("reason", WORDS)).status()).isEqualTo(302);
    assertThat(desk.get(approver, path).page().text()).contains("Ended");
    assertThat(desk.get(approver, "").page().text()).contains("Ended");
  }

  @Test
  void a_guarded_request_says_at_once_that_it_cannot_be() {
    desk.turnTo(samples.guardedCase());
    var sentence = "made to prove the person’s status or history";
    assertThat(desk.get(proposer, "").page().text()).contains(sentence);
    for (var path : List.of("/propose", "/propose?item=" + desk.item())) {
      var page = desk.get(proposer, path).page();
      assertThat(page.text()).contains(sentence);
      assertThat(page.select("main form")).isEmpty();
    }
    assertThat(desk.propose(proposer, desk.answers(proposer)).status()).isEqualTo(409);
    assertThat(desk.propose(proposer, new LinkedHashMap<>()).status()).isEqualTo(409);
    assertThat(desk.post(proposer, "/propose", Map.of("provision", "ART_99")).status())
        .isEqualTo(409);
    assertThat(desk.attempts("WINDRUSH_GUARD")).isEqualTo(3);
    assertThat(desk.get(proposer, "").page().select("main table")).isEmpty();
  }

  @Test
  void everything_typed_is_kept_when_something_is_wrong() {
    var nothing = desk.propose(proposer, new LinkedHashMap<>());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.page().select(".govuk-error-summary a")).hasSize(22);
    assertThat(nothing.page().select(".govuk-error-summary a").eachAttr("href"))
        .allSatisfy(href -> assertThat(nothing.page().select(href)).hasSize(1));

    var answers = desk.answers(proposer);
    answers.put("rights", "x".repeat(1_000_000));
    answers.put("summary", "About Campbell and a letter of 3 May to a@b.example");
    answers.put("limbB", "NO");
    var kept = desk.propose(proposer, answers).page();
    assertThat(kept.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#rights", "#outcome", "#summary");
    assertThat(kept.select("#rights").text()).hasSize(1_000_000);
    assertThat(kept.select("#vulnerability").text()).isEqualTo(WORDS);
    assertThat(kept.select("input[name=limbB][checked]").val()).isEqualTo("NO");
    assertThat(kept.select("[name=reviewOn.year]").val()).isEqualTo(answers.get("reviewOn.year"));
  }

  @Test
  void a_summary_names_nobody_of_the_case() {
    for (var named :
        Map.of(
                "Part of a file kept on Mrs Grant before.", "person’s name",
                "Part of a file read by Proposer before.", "person’s name",
                "Part of the file SAR-ABCD-EFGH kept before.", "number of a case")
            .entrySet()) {
      var answers = desk.answers(proposer);
      answers.put("summary", named.getKey());
      var page = desk.propose(proposer, answers).page();
      assertThat(page.select(".govuk-error-summary a[href=#summary]").text())
          .contains(named.getValue());
      assertThat(page.select("#summary").text()).isEqualTo(named.getKey());
    }
  }

  @Test
  void what_was_typed_is_shown_where_it_cannot_be_proposed() {
    var answers = desk.answers(proposer);
    desk.turnTo(samples.guardedCase());
    var guarded = desk.propose(proposer, answers);
    assertThat(guarded.status()).isEqualTo(409);
    assertThat(guarded.page().select("main dl .app-words").eachText()).hasSize(14).contains(WORDS);
    desk.turnTo(samples.generalCase());
    secretaryOfState(false);
    try {
      var other = desk.propose(proposer, answers);
      assertThat(other.status()).isEqualTo(409);
      assertThat(other.page().text()).contains("Secretary of State’s alone").contains(WORDS);
    } finally {
      secretaryOfState(true);
    }
  }

  @Test
  void a_provision_outside_the_six_is_answered_in_words_and_everything_is_kept() {
    for (var unknown : List.of("ART_16", "art_15_1_3", "", "ŵ")) {
      var answers = desk.answers(proposer);
      answers.put("provision", unknown);
      var page = desk.propose(proposer, answers).page();
      assertThat(page.select(".govuk-error-summary a").eachText())
          .containsExactly("Choose the provision that would be disapplied");
      assertThat(page.select("#limbCReason").text()).isEqualTo(WORDS);
    }
    for (var little : List.of("", " ", "x", "\u00a0".repeat(60), "\n".repeat(60))) {
      var answers = desk.answers(proposer);
      answers.put("limbCReason", little);
      assertThat(
              desk.propose(proposer, answers)
                  .page()
                  .select(".govuk-error-summary a")
                  .eachAttr("href"))
          .containsExactly("#limbCReason");
    }
  }

  @Test
  void what_is_sent_twice_is_proposed_once() {
    assertThat(desk.propose(proposer, desk.answers(proposer)).status()).isEqualTo(302);
    var again = desk.propose(proposer, desk.answers(proposer));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.page().select(".govuk-error-summary").text()).contains("already waits");
    assertThat(again.page().select("#rights").text()).isEqualTo(WORDS);
  }

  @Test
  void nothing_is_found_under_another_case_or_a_made_up_name() {
    var path = desk.proposed(proposer);
    desk.turnAwayTo(samples.generalCase());
    assertThat(desk.get(proposer, path).status()).isEqualTo(404);
    assertThat(desk.post(approver, path, approval()).status()).isEqualTo(404);
    assertThat(desk.get(proposer, "/nonsense").status()).isEqualTo(404);
    assertThat(desk.get(proposer, "/propose?item=" + desk.item()).status()).isEqualTo(404);
    assertThat(desk.get(proposer, "/propose?item=nonsense").status()).isEqualTo(400);
    assertThat(desk.propose(proposer, desk.answers(proposer)).status()).isEqualTo(404);
    desk.turnAwayTo(new CaseReference(Identifiers.unguessable()));
    assertThat(desk.get(proposer, "").status()).isEqualTo(404);
  }

  @Test
  void who_does_not_work_cases_proposes_nothing() {
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(desk.get(releaser, "").page().text()).doesNotContain("Propose a decision");
    assertThat(desk.propose(releaser, desk.answers(proposer)).status()).isEqualTo(409);
  }

  @Test
  void the_pages_are_in_welsh_too() {
    var path = desk.proposed(proposer);
    for (var page : List.of("", "/propose?item=" + desk.item(), path)) {
      var welsh = desk.get(approver, page + (page.contains("?") ? "&" : "?") + "lang=cy");
      assertThat(welsh.page().select("main h1").text()).containsAnyOf("Esemptiadau", "enderfyniad");
    }
  }

  private void secretaryOfState(boolean is) {
    samples.as(
        Acting.system(),
        () -> jdbc.sql("update platform.controller set secretary_of_state = ?").param(is).update());
  }
}
