package candour.exemptions.guarding;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Guarded;
import candour.casework.Reclassifications;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.SampleProposal;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guard as officers see it and question it, page by page. */
@PortalTest
class GuardPagesTests {

  private static final String WORDS =
      "Mae'r tŷ <script>alert(1)</script> yma; ${7*7} [[${7*7}]] and forty characters more.";

  @Autowired Exemptions exemptions;
  @Autowired Reclassifications reclassifications;
  @Autowired Guarded guarded;
  @Autowired People people;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private CaseReference reference;

  @BeforeEach
  void open() {
    reference = samples.generalCase();
  }

  @Test
  void a_guard_begins_is_questioned_objected_to_answered_and_ends_by_its_pages() {
    var one = people.signedIn(Role.SENIOR);
    var other = people.signedIn(Role.SENIOR);
    assertThat(one.get(guard("")).text()).contains("This request is not guarded.");
    assertThat(one.page().html().select("a[href$=lift]")).isEmpty();
    one.get(guard("/protect"));
    assertThat(sent(one, Map.of("reason", " short ")).status()).isEqualTo(422);
    assertThat(one.page().html().select("#reason").text()).isEqualTo("short");
    assertThat(sent(one, Map.of("reason", WORDS)).text()).contains("This request is guarded.");
    assertThat(one.page().html().select(".app-case-header .govuk-tag").text()).isEqualTo("Guarded");
    assertThat(one.page().html().select("main script")).isEmpty();
    assertThat(one.get("/staff/worklist").text()).contains("Guarded");

    one.get(guard("/lift"));
    var nothing = sent(one, Map.of());
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.html().select(".govuk-error-summary a")).hasSize(2);
    assertThat(sent(one, Map.of("purpose", "PROVE_STATUS", "reason", WORDS)).status())
        .isEqualTo(422);
    assertThat(one.page().html().select("#reason").text()).isEqualTo(WORDS);
    assertThat(sent(one, Map.of("purpose", "LEGAL", "reason", WORDS)).text())
        .contains("Another senior officer can now approve or return the proposal.");
    var id = Acting.system().call(() -> reclassifications.of(reference)).getLast().id();
    assertThat(one.get(guard("/" + id)).html().select("main form")).isEmpty();
    other.get(guard("/" + id));
    assertThat(sent(other, Map.of("choice", "MAYBE", "reason", WORDS)).status()).isEqualTo(422);
    assertThat(sent(other, Map.of("choice", "APPROVED", "reason", WORDS)).text())
        .contains("The person has notice.");
    other.get(guard("/record-objection"));
    assertThat(sent(other, Map.of("words", "They rang: " + WORDS)).text())
        .contains("The objection is recorded.");

    one.get(guard("/lift"));
    assertThat(one.page().text()).contains("They rang: ");
    assertThat(
            sent(one, Map.of("purpose", "LEGAL", "reason", WORDS)).html().select("#answer-error"))
        .hasSize(1);
    assertThat(sent(one, Map.of("purpose", "LEGAL", "reason", WORDS, "answer", WORDS)).status())
        .isEqualTo(200);
    var second = Acting.system().call(() -> reclassifications.of(reference)).getLast().id();
    other.get(guard("/" + second));
    assertThat(sent(other, Map.of("choice", "APPROVED", "reason", WORDS)).status()).isEqualTo(200);
    guarded.goesOut(second);
    guarded.later(15);
    clock.reset();
    assertThat(one.get(guard("")).html().select(".app-case-header .govuk-tag")).isEmpty();
    assertThat(one.page().text()).contains("Took effect", "Objected");
    for (var page : List.of("", "/protect", "/lift", "/" + second, "/record-objection")) {
      var welsh = one.get(guard(page) + "?lang=cy");
      assertThat(welsh.status()).as(page).isEqualTo(200);
      assertThat(welsh.heading()).containsAnyOf("warch", "gwrthwynebiad");
    }
    assertThat(one.get("/staff/cases/" + reference + "/history?lang=en").text())
        .contains(
            "The guard of the request ended", "The person objected: the request stays guarded");
  }

  @Test
  void what_the_office_may_not_do_is_refused_with_what_was_typed() {
    reference = samples.guardedCase();
    var releaser = people.signedIn(Role.RELEASER);
    releaser.get(guard("/protect"));
    assertThat(sent(releaser, Map.of("reason", WORDS)).status()).isEqualTo(403);
    var caseworker = people.signedIn(Role.CASEWORKER);
    caseworker.get(guard("/lift"));
    var refused = sent(caseworker, Map.of("purpose", "CHECK", "reason", WORDS));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().select(".govuk-error-summary").text())
        .contains("Only a senior officer can do that.");
    assertThat(refused.html().select("#reason").text()).isEqualTo(WORDS);
    caseworker.get(guard("/record-objection"));
    assertThat(sent(caseworker, Map.of("words", WORDS)).html().select("#words").text())
        .isEqualTo(WORDS);
    assertThat(caseworker.get(guard("/" + Identifiers.next())).status()).isEqualTo(404);
    assertThat(caseworker.get(guard("/nonsense")).status()).isEqualTo(404);
  }

  /** HTTP, without the form: whoever is signed in as an officer, the guard says no and counts. */
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CASEWORKER", "SENIOR", "RELEASER"})
  void no_role_gets_past_the_guard_by_http(Role role) {
    var proposer = samples.officer("Proposer", Role.SENIOR);
    var open = proposed(proposer);
    proposer.acting().run(() -> exemptions.protect(reference, "They said so just now.", proposer));
    var browser = people.signedIn(role);
    var base = "/staff/cases/" + reference + "/exemptions";
    var token = browser.get("/staff/worklist").html().expectFirst("[name=_csrf]").val();
    var proposal =
        browser.post(base + "/propose", Map.of("_csrf", token, "provision", "ART_15_1_3"));
    assertThat(proposal.status()).isEqualTo(409);
    assertThat(proposal.text()).contains("The immigration exemption cannot be used");
    var approval = browser.post(base + "/" + open, Map.of("_csrf", token, "ruling", "APPROVED"));
    assertThat(approval.status()).isEqualTo(409);
    assertThat(approval.text()).contains("It was proposed before the request was guarded.");
    assertThat(attempts()).isEqualTo(2);
  }

  private String proposed(Officer proposer) {
    var item = new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Notes, page 2");
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = item;
    sample.proposedBy = proposer.id();
    var proposal = sample.build();
    proposer.acting().run(() -> exemptions.offer(reference, List.of(item)));
    proposer.acting().run(() -> exemptions.propose(proposal, proposer));
    return proposal.id().toString();
  }

  private String guard(String page) {
    return "/staff/cases/" + reference + "/guard" + page;
  }

  private static Page sent(Browser browser, Map<String, ?> fields) {
    return browser.submit("main form", fields);
  }

  private long attempts() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select count(*) from exemptions.refused_attempt where case_id = ? and rule = 'WINDRUSH_GUARD'")
                .param(reference.value())
                .query(Long.class)
                .single());
  }
}
