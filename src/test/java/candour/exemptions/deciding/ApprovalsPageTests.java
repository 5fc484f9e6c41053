package candour.exemptions.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.casework.Reclassifications;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Proposal;
import candour.exemptions.SampleProposal;
import candour.exemptions.Telling;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of what waits for an approver, over all cases. */
@PortalTest
class ApprovalsPageTests {

  private static final String LIST = "/staff/approvals";

  @Autowired Exemptions exemptions;
  @Autowired Reclassifications reclassifications;
  @Autowired Samples samples;
  @Autowired People people;

  private Officer proposer;
  private Officer approver;
  private CaseReference reference;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    reference = samples.generalCase();
  }

  @Test
  void others_may_decide_on_it_until_somebody_has_and_the_proposer_never() {
    var proposal = propose();
    var browser = people.signedIn(approver);
    browser.get("/staff/worklist");
    assertThat(browser.page().html().select("main a[href=" + LIST + "]")).hasSize(1);
    assertThat(links(browser)).containsOnlyOnce(path(proposal));
    assertThat(links(people.signedIn(proposer))).doesNotContain(path(proposal));
    var approval = SampleProposal.approval("I read the page and agree.", new Telling.Told());
    approver.acting().run(() -> exemptions.approve(reference, proposal.id(), approver, approval));
    assertThat(links(browser)).doesNotContain(path(proposal));
  }

  @Test
  void the_oldest_comes_first_a_page_of_fifty_at_a_time() {
    var proposals = new ArrayList<String>();
    for (int i = 0; i <= Rows.MOST; i++) {
      proposals.add(path(propose()));
    }
    var browser = people.signedIn(approver);
    assertThat(links(browser)).containsSubsequence(proposals).doesNotHaveDuplicates();
    browser.get(LIST + "?after=" + Identifiers.next());
    assertThat(browser.page().html().text()).contains("No proposal waits for you.");
    assertThat(browser.get(LIST + "?after=nonsense").status()).isBetween(400, 404);
  }

  @Test
  void a_guard_that_is_to_end_waits_there_too_for_every_senior_officer_but_the_proposer() {
    var guarded = samples.guardedCase();
    var reason = "They asked in writing about a visa application, and about nothing else.";
    UUID id =
        proposer
            .acting()
            .call(() ->
                reclassifications.propose(guarded, Purpose.APPLICATION, reason, null, proposer));
    var link = "main a[href=/staff/cases/" + guarded + "/guard/" + id + "]";
    var browser = people.signedIn(approver);
    assertThat(browser.get(LIST).html().select(link)).hasSize(1);
    assertThat(people.signedIn(proposer).get(LIST).html().select(link)).isEmpty();
    approver
        .acting()
        .run(() -> reclassifications.giveBack(guarded, id, "They did not say so.", approver));
    assertThat(browser.get(LIST).html().select(link)).isEmpty();
  }

  @Test
  void it_is_for_senior_officers_and_in_welsh_too() {
    var caseworker = people.signedIn(samples.officer("Caseworker", Role.CASEWORKER));
    caseworker.get("/staff/worklist");
    assertThat(caseworker.page().html().select("a[href=" + LIST + "]")).isEmpty();
    assertThat(caseworker.get(LIST).status()).isEqualTo(409);
    assertThat(caseworker.page().html().text()).contains("senior officer");
    assertThat(people.signedIn(approver).get(LIST + "?lang=cy").heading())
        .isEqualTo("Penderfyniadau sy’n aros am gymeradwyaeth");
  }

  private Proposal propose() {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Notes, page 2");
    sample.proposedBy = proposer.id();
    var proposal = sample.build();
    proposer
        .acting()
        .run(() -> {
          exemptions.offer(reference, List.of(sample.item));
          exemptions.propose(proposal, proposer);
        });
    return proposal;
  }

  private String path(Proposal proposal) {
    return "/staff/cases/" + reference + "/exemptions/" + proposal.id();
  }

  /** Where every page of the list leads, page after page. */
  private static List<String> links(Browser browser) {
    var links = new ArrayList<String>();
    for (var page = LIST; !page.isEmpty(); ) {
      var html = browser.get(page).html();
      var here = html.select("main tbody th a").eachAttr("href");
      assertThat(here).hasSizeLessThanOrEqualTo(Rows.MOST);
      links.addAll(here);
      page = html.select("main [rel=next]").attr("href");
    }
    return links;
  }
}
