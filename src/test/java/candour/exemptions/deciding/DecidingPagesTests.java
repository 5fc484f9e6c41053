package candour.exemptions.deciding;

import static candour.exemptions.deciding.ExemptionsDesk.WORDS;
import static candour.exemptions.deciding.ExemptionsDesk.approval;
import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What another officer sees of a proposal, and decides on it. */
@PortalTest
class DecidingPagesTests {

  @Autowired ExemptionsDesk desk;
  @Autowired Samples samples;

  private Officer proposer;
  private Officer approver;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.CASEWORKER, Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    desk.turnTo(samples.generalCase());
  }

  @Test
  void not_telling_is_proposed_and_decided_with_a_reason_of_its_own() {
    var answers = desk.answers(proposer);
    answers.put("tell", "NOT_TOLD");
    var refused = desk.propose(proposer, answers);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#tellReason", "#tellReviewOn-day");
    answers.put("tellReason", WORDS);
    desk.day(answers, "tellReviewOn", 3);
    var path = desk.propose(proposer, answers).location().substring(desk.base().length());
    assertThat(desk.post(approver, path, approval()).page().select(".govuk-error-summary a"))
        .hasSize(1);
    var decision = approval();
    decision.put("tell", "NOT_TOLD");
    assertThat(desk.post(approver, path, decision).status()).isEqualTo(422);
    decision.put("tellReason", "I agree for my own reasons that telling may be prejudicial.");
    assertThat(desk.post(approver, path, decision).status()).isEqualTo(302);
    assertThat(desk.get(approver, path).page().text()).contains("I agree for my own reasons");
  }

  @Test
  void proposer_cannot_approve_and_the_attempt_is_counted() {
    var path = desk.proposed(proposer);
    var own = desk.get(proposer, path).page();
    assertThat(own.text()).contains("You proposed this decision");
    assertThat(own.select("main form[method=post]")).isEmpty();
    assertThat(desk.post(proposer, path, approval()).status()).isEqualTo(409);
    assertThat(desk.post(proposer, path, Map.of()).status()).isEqualTo(409);
    assertThat(desk.attempts("FOUR_EYES")).isEqualTo(2);
    assertThat(desk.get(approver, path).page().text()).contains("Waits for another officer");
  }

  @Test
  void an_approver_sees_what_there_is_to_know() {
    desk.propose(proposer, desk.answers(proposer));
    var other = desk.base();
    desk.turnTo(samples.generalCase());
    var path = desk.proposed(proposer);
    var page = desk.get(approver, path).page();
    assertThat(page.text())
        .contains("Proposed by " + proposer.name())
        .contains("Other proposals of " + proposer.name())
        .contains("Approved: 0, of these overturned: 0. Returned: 0. Waiting: 1.")
        .containsAnyOf("Overturned: ", "was approved in the last 2 years")
        .contains("Number of reasons: 13");
    assertThat(
            page.select(
                "main a[href="
                    + desk.base().replace("/exemptions", "/records/items/")
                    + desk.item()
                    + "]"))
        .hasSize(1);
    assertThat(page.select("main details a[href^=" + other + "/]")).isNotEmpty();
    assertThat(page.select("section.app-alike")).hasSizeGreaterThanOrEqualTo(13);
    assertThat(page.select("section.app-alike mark").eachText())
        .isNotEmpty()
        .allMatch(text -> text.startsWith("[in both: Mae"));
    assertThat(page.select("section.app-alike script")).isEmpty();
    assertThat(page.text()).contains("Beryl Constance Campbell; Beryl Grant; " + proposer.name());
    var own = desk.get(proposer, path).page();
    assertThat(own.text()).doesNotContain("Before you decide");
  }

  @Test
  void likenesses_are_justified_and_the_summary_confirmed_or_nothing_is_approved() {
    desk.propose(proposer, desk.answers(proposer));
    desk.turnTo(samples.generalCase());
    var path = desk.proposed(proposer);
    var decision = approval();
    decision.remove("namesNobody");
    decision.put("likenessReason", "x");
    var refused = desk.post(approver, path, decision);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#likenessReason", "#namesNobody");
    assertThat(refused.page().select("#likenessReason").text()).isEqualTo("x");
    assertThat(refused.page().select("#reason").text()).isEqualTo(WORDS);
    decision.put("namesNobody", "true");
    decision.put("likenessReason", "x".repeat(1_000_000));
    var tooLong = desk.post(approver, path, decision).page();
    assertThat(tooLong.select(".govuk-error-summary a")).hasSize(1);
    assertThat(tooLong.select("#likenessReason").text()).hasSize(1_000_000);
    assertThat(tooLong.select("[name=namesNobody][checked]")).hasSize(1);
    decision.put("likenessReason", WORDS);
    assertThat(desk.post(approver, path, decision).status()).isEqualTo(302);
    assertThat(desk.get(approver, path).page().text())
        .contains("Why words close to those of another case do for this item");
  }

  @Test
  void questions_come_back_to_the_proposer_who_answers_from_a_blank_form() {
    var path = desk.proposed(proposer);
    var question = "Which operation is it, and is it still going on?";
    var returned = Map.of("ruling", "RETURNED", "reason", question);
    assertThat(desk.post(approver, path, returned).status()).isEqualTo(302);
    var own = desk.get(proposer, path).page();
    assertThat(own.select(".govuk-inset-text").text())
        .contains(approver.name() + " returned this with questions: " + question);
    var fresh = own.select(".govuk-inset-text a").attr("href");
    assertThat(fresh).isEqualTo(desk.base() + "/propose?item=" + desk.item());
    var form = desk.get(proposer, "/propose?item=" + desk.item()).page();
    assertThat(form.text()).contains(question);
    assertThat(form.select("textarea").eachText()).allMatch(String::isEmpty);
    var again = desk.proposed(proposer);
    assertThat(desk.get(approver, again).page().select("main dl").text())
        .contains("Decided before on this item")
        .contains(question);
  }
}
