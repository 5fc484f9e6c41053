package candour.exemptions.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ExemptionPagesTests {

  /** A page as it came back. */
  record Answer(int status, String location, Document page) {}

  private static final String WORDS =
      "Mae'r tŷ <script>alert(1)</script> yma; ${7*7} [[${7*7}]] and forty characters more.";

  @Autowired Exemptions exemptions;
  @Autowired People people;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;

  private final Map<UUID, Browser> browsers = new HashMap<>();
  private Officer proposer;
  private Officer approver;
  private CaseReference reference;
  private Item item;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.CASEWORKER, Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    reference = samples.generalCase();
    item = offer(reference);
  }

  @Test
  void a_determination_is_proposed_approved_and_withdrawn_by_its_pages() throws Exception {
    assertThat(get(proposer, "").page().text()).contains("Propose a decision");
    var choose = get(proposer, "/propose");
    assertThat(choose.page().select("input[name=item]").eachAttr("value"))
        .containsExactly(item.id().toString());
    var form = get(proposer, "/propose?item=" + item.id());
    assertThat(form.page().select("textarea").eachText()).allMatch(String::isEmpty);
    assertThat(form.page().select("form[method=post] input[checked]")).isEmpty();

    var proposed = propose(proposer, answers());
    assertThat(proposed.status()).isEqualTo(302);
    var path = proposed.location().substring(base().length());
    var shown = get(approver, path).page();
    assertThat(shown.text()).contains(WORDS).contains("Waits for another officer");
    assertThat(shown.select("main script")).isEmpty();

    var empty = post(approver, path, Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.page().select(".govuk-error-summary a")).hasSize(2);
    assertThat(post(approver, path, approval()).location()).isEqualTo(base() + path);
    assertThat(get(approver, path).page().text()).contains("In force");
    assertThat(post(approver, path, approval()).status()).isEqualTo(409);

    assertThat(get(approver, path + "/end").status()).isEqualTo(200);
    assertThat(post(approver, path + "/end", Map.of("reason", "short")).status()).isEqualTo(422);
    assertThat(post(approver, path + "/end", Map.of("reason", WORDS)).status()).isEqualTo(302);
    assertThat(get(approver, path).page().text()).contains("Ended");
    assertThat(get(approver, "").page().text()).contains("Ended");
  }

  @Test
  void not_telling_is_proposed_and_decided_with_a_reason_of_its_own() throws Exception {
    var answers = answers();
    answers.put("tell", "NOT_TOLD");
    var refused = propose(proposer, answers);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#tellReason", "#tellReviewOn-day");
    answers.put("tellReason", WORDS);
    day(answers, "tellReviewOn", 3);
    var path = propose(proposer, answers).location().substring(base().length());
    assertThat(post(approver, path, approval()).page().select(".govuk-error-summary a")).hasSize(1);
    var decision = approval();
    decision.put("tell", "NOT_TOLD");
    assertThat(post(approver, path, decision).status()).isEqualTo(422);
    decision.put("tellReason", "I agree for my own reasons that telling may be prejudicial.");
    assertThat(post(approver, path, decision).status()).isEqualTo(302);
    assertThat(get(approver, path).page().text()).contains("I agree for my own reasons");
  }

  @Test
  void proposer_cannot_approve_and_the_attempt_is_counted() throws Exception {
    var path = propose(proposer, answers()).location().substring(base().length());
    var own = get(proposer, path).page();
    assertThat(own.text()).contains("You proposed this decision");
    assertThat(own.select("main form[method=post]")).isEmpty();
    assertThat(post(proposer, path, approval()).status()).isEqualTo(409);
    assertThat(post(proposer, path, Map.of()).status()).isEqualTo(409);
    assertThat(attempts("FOUR_EYES")).isEqualTo(2);
    assertThat(get(approver, path).page().text()).contains("Waits for another officer");
  }

  @Test
  void a_guarded_request_says_at_once_that_it_cannot_be() throws Exception {
    reference = samples.guardedCase();
    item = offer(reference);
    var sentence = "made to prove the person’s status or history";
    assertThat(get(proposer, "").page().text()).contains(sentence);
    for (var path : List.of("/propose", "/propose?item=" + item.id())) {
      var page = get(proposer, path).page();
      assertThat(page.text()).contains(sentence);
      assertThat(page.select("main form")).isEmpty();
    }
    assertThat(propose(proposer, answers()).status()).isEqualTo(409);
    assertThat(propose(proposer, new LinkedHashMap<>()).status()).isEqualTo(409);
    assertThat(post(proposer, "/propose", Map.of("provision", "ART_99")).status()).isEqualTo(409);
    assertThat(attempts("WINDRUSH_GUARD")).isEqualTo(3);
    assertThat(get(proposer, "").page().select("main table")).isEmpty();
  }

  @Test
  void everything_typed_is_kept_when_something_is_wrong() throws Exception {
    var nothing = propose(proposer, new LinkedHashMap<>());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.page().select(".govuk-error-summary a")).hasSize(22);
    assertThat(nothing.page().select(".govuk-error-summary a").eachAttr("href"))
        .allSatisfy(href -> assertThat(nothing.page().select(href)).hasSize(1));

    var answers = answers();
    answers.put("rights", "x".repeat(1_000_000));
    answers.put("summary", "About Campbell and a letter of 3 May to a@b.example");
    answers.put("limbB", "NO");
    var kept = propose(proposer, answers).page();
    assertThat(kept.select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#rights", "#outcome", "#summary");
    assertThat(kept.select("#rights").text()).hasSize(1_000_000);
    assertThat(kept.select("#vulnerability").text()).isEqualTo(WORDS);
    assertThat(kept.select("input[name=limbB][checked]").val()).isEqualTo("NO");
    assertThat(kept.select("[name=reviewOn.year]").val()).isEqualTo(answers.get("reviewOn.year"));
  }

  @Test
  void an_approver_sees_what_there_is_to_know() throws Exception {
    propose(proposer, answers());
    var other = reference;
    reference = samples.generalCase();
    item = offer(reference);
    var path = propose(proposer, answers()).location().substring(base().length());
    var page = get(approver, path).page();
    assertThat(page.text())
        .contains("Proposed by " + proposer.name())
        .contains("Other proposals of " + proposer.name())
        .contains("Approved: 0, of these overturned: 0. Returned: 0. Waiting: 1.")
        .containsAnyOf("Overturned: ", "was approved in the last 2 years")
        .contains("Number of reasons: 13");
    assertThat(
            page.select(
                "main a[href=/staff/cases/" + reference + "/records/items/" + item.id() + "]"))
        .hasSize(1);
    assertThat(page.select("main details a[href^=/staff/cases/" + other + "/exemptions/]"))
        .isNotEmpty();
    assertThat(page.select("section.app-alike")).hasSizeGreaterThanOrEqualTo(13);
    assertThat(page.select("section.app-alike mark").eachText())
        .isNotEmpty()
        .allMatch(text -> text.startsWith("[in both: Mae"));
    assertThat(page.select("section.app-alike script")).isEmpty();
    assertThat(page.text()).contains("Beryl Constance Campbell; Beryl Grant; " + proposer.name());
    var own = get(proposer, path).page();
    assertThat(own.text()).doesNotContain("Before you decide");
  }

  @Test
  void likenesses_are_justified_and_the_summary_confirmed_or_nothing_is_approved()
      throws Exception {
    propose(proposer, answers());
    reference = samples.generalCase();
    item = offer(reference);
    var path = propose(proposer, answers()).location().substring(base().length());
    var decision = approval();
    decision.remove("namesNobody");
    decision.put("likenessReason", "x");
    var refused = post(approver, path, decision);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#likenessReason", "#namesNobody");
    assertThat(refused.page().select("#likenessReason").text()).isEqualTo("x");
    assertThat(refused.page().select("#reason").text()).isEqualTo(WORDS);
    decision.put("namesNobody", "true");
    decision.put("likenessReason", "x".repeat(1_000_000));
    var tooLong = post(approver, path, decision).page();
    assertThat(tooLong.select(".govuk-error-summary a")).hasSize(1);
    assertThat(tooLong.select("#likenessReason").text()).hasSize(1_000_000);
    assertThat(tooLong.select("[name=namesNobody][checked]")).hasSize(1);
    decision.put("likenessReason", WORDS);
    assertThat(post(approver, path, decision).status()).isEqualTo(302);
    assertThat(get(approver, path).page().text())
        .contains("Why words close to those of another case do for this item");
  }

  @Test
  void questions_come_back_to_the_proposer_who_answers_from_a_blank_form() throws Exception {
    var path = propose(proposer, answers()).location().substring(base().length());
    var question = "Which operation is it, and is it still going on?";
    var returned = Map.of("ruling", "RETURNED", "reason", question);
    assertThat(post(approver, path, returned).status()).isEqualTo(302);
    var own = get(proposer, path).page();
    assertThat(own.select(".govuk-inset-text").text())
        .contains(approver.name() + " returned this with questions: " + question);
    var fresh = own.select(".govuk-inset-text a").attr("href");
    assertThat(fresh).isEqualTo(base() + "/propose?item=" + item.id());
    var form = get(proposer, "/propose?item=" + item.id()).page();
    assertThat(form.text()).contains(question);
    assertThat(form.select("textarea").eachText()).allMatch(String::isEmpty);
    var again = propose(proposer, answers()).location().substring(base().length());
    assertThat(get(approver, again).page().select("main dl").text())
        .contains("Decided before on this item")
        .contains(question);
  }

  @Test
  void a_summary_names_nobody_of_the_case() throws Exception {
    for (var named :
        Map.of(
                "Part of a file kept on Mrs Grant before.", "person’s name",
                "Part of a file read by Proposer before.", "person’s name",
                "Part of the file SAR-ABCD-EFGH kept before.", "number of a case")
            .entrySet()) {
      var answers = answers();
      answers.put("summary", named.getKey());
      var page = propose(proposer, answers).page();
      assertThat(page.select(".govuk-error-summary a[href=#summary]").text())
          .contains(named.getValue());
      assertThat(page.select("#summary").text()).isEqualTo(named.getKey());
    }
  }

  @Test
  void what_was_typed_is_shown_where_it_cannot_be_proposed() throws Exception {
    reference = samples.guardedCase();
    item = offer(reference);
    var guarded = propose(proposer, answers());
    assertThat(guarded.status()).isEqualTo(409);
    assertThat(guarded.page().select("main dl .app-words").eachText()).hasSize(14).contains(WORDS);
    reference = samples.generalCase();
    item = offer(reference);
    secretaryOfState(false);
    try {
      var other = propose(proposer, answers());
      assertThat(other.status()).isEqualTo(409);
      assertThat(other.page().text()).contains("Secretary of State’s alone").contains(WORDS);
    } finally {
      secretaryOfState(true);
    }
  }

  @Test
  void a_provision_outside_the_six_is_answered_in_words_and_everything_is_kept() throws Exception {
    for (var unknown : List.of("ART_16", "art_15_1_3", "", "ŵ")) {
      var answers = answers();
      answers.put("provision", unknown);
      var page = propose(proposer, answers).page();
      assertThat(page.select(".govuk-error-summary a").eachText())
          .containsExactly("Choose the provision that would be disapplied");
      assertThat(page.select("#limbCReason").text()).isEqualTo(WORDS);
    }
    for (var little : List.of("", " ", "x", "\u00a0".repeat(60), "\n".repeat(60))) {
      var answers = answers();
      answers.put("limbCReason", little);
      assertThat(
              propose(proposer, answers).page().select(".govuk-error-summary a").eachAttr("href"))
          .containsExactly("#limbCReason");
    }
  }

  @Test
  void what_is_sent_twice_is_proposed_once() throws Exception {
    assertThat(propose(proposer, answers()).status()).isEqualTo(302);
    var again = propose(proposer, answers());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.page().select(".govuk-error-summary").text()).contains("already waits");
    assertThat(again.page().select("#rights").text()).isEqualTo(WORDS);
  }

  @Test
  void nothing_is_found_under_another_case_or_a_made_up_name() throws Exception {
    var path = propose(proposer, answers()).location().substring(base().length());
    reference = samples.generalCase();
    assertThat(get(proposer, path).status()).isEqualTo(404);
    assertThat(post(approver, path, approval()).status()).isEqualTo(404);
    assertThat(get(proposer, "/nonsense").status()).isEqualTo(404);
    assertThat(get(proposer, "/propose?item=" + item.id()).status()).isEqualTo(404);
    assertThat(get(proposer, "/propose?item=nonsense").status()).isEqualTo(400);
    assertThat(propose(proposer, answers()).status()).isEqualTo(404);
    reference = new CaseReference(Identifiers.unguessable());
    assertThat(get(proposer, "").status()).isEqualTo(404);
  }

  @Test
  void who_does_not_work_cases_proposes_nothing() throws Exception {
    var releaser = samples.officer("Releaser", Role.RELEASER);
    assertThat(get(releaser, "").page().text()).doesNotContain("Propose a decision");
    assertThat(propose(releaser, answers()).status()).isEqualTo(409);
  }

  @Test
  void the_pages_are_in_welsh_too() throws Exception {
    var path = propose(proposer, answers()).location().substring(base().length());
    for (var page : List.of("", "/propose?item=" + item.id(), path)) {
      var welsh = get(approver, page + (page.contains("?") ? "&" : "?") + "lang=cy");
      assertThat(welsh.page().select("main h1").text()).containsAnyOf("Esemptiadau", "enderfyniad");
    }
  }

  private Map<String, String> answers() {
    var answers = new LinkedHashMap<String, String>();
    answers.put("provision", "ART_15_1_3");
    answers.put("purpose", "IMM_CONTROL");
    answers.put("extent", "PARTIAL");
    for (var field :
        List.of(
            "prejudiceTo",
            "likelihood",
            "lesserStep",
            "vulnerability",
            "rights",
            "refugees",
            "trafficking",
            "children",
            "compliance",
            "otherDuty",
            "limbAReason",
            "limbBReason",
            "limbCReason")) {
      answers.put(field, WORDS);
    }
    for (var limb : List.of("limbA", "limbB", "limbC")) {
      answers.put(limb, "YES");
    }
    answers.put("outcome", "APPLIED");
    answers.put("tell", "TOLD");
    answers.put("summary", "Part of a page that describes how a current operation is carried out.");
    day(answers, "reviewOn", 6);
    return answers;
  }

  private void day(Map<String, String> answers, String field, int months) {
    var on = days.today().plusMonths(months);
    answers.put(field + ".day", String.valueOf(on.getDayOfMonth()));
    answers.put(field + ".month", String.valueOf(on.getMonthValue()));
    answers.put(field + ".year", String.valueOf(on.getYear()));
  }

  private static Map<String, String> approval() {
    return new LinkedHashMap<>(
        Map.of(
            "ruling", "APPROVED", "reason", WORDS, "likenessReason", WORDS, "namesNobody", "true"));
  }

  private Answer propose(Officer officer, Map<String, String> answers) throws Exception {
    return post(officer, "/propose?item=" + item.id(), answers);
  }

  private Answer get(Officer officer, String path) {
    return answer(by(officer).get(base() + path));
  }

  private Answer post(Officer officer, String path, Map<String, String> fields) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("_csrf", by(officer).get("/staff/worklist").html().expectFirst("[name=_csrf]").val());
    return answer(by(officer).post(base() + path, all));
  }

  private Browser by(Officer officer) {
    return browsers.computeIfAbsent(officer.id(), _ -> people.signedIn(officer).standing());
  }

  private static Answer answer(Browser.Page page) {
    return new Answer(page.status(), page.header("Location"), page.html());
  }

  private String base() {
    return "/staff/cases/" + reference + "/exemptions";
  }

  private Item offer(CaseReference reference) {
    var page = new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Notes, page 2");
    proposer.acting().run(() -> exemptions.offer(reference, List.of(page)));
    return page;
  }

  private void secretaryOfState(boolean is) {
    samples.as(
        Acting.system(),
        () -> jdbc.sql("update platform.controller set secretary_of_state = ?").param(is).update());
  }

  private long attempts(String rule) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select count(*) from exemptions.refused_attempt where case_id = ? and rule = ?")
                .param(reference.value())
                .param(rule)
                .query(Long.class)
                .single());
  }
}
