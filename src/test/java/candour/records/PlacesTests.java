package candour.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.exemptions.Conclusion;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.SampleProposal;
import candour.exemptions.Telling;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.records.RecordsScene.Opened;
import candour.support.People;
import candour.support.PortalTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decisions about places on a page: marked by one officer, seen by another, good for these alone.
 */
@PortalTest
class PlacesTests {

  private static final String REASON = "I looked at each place on the page.";

  @Autowired RecordsScene scene;
  @Autowired ReviewDesk desk;
  @Autowired Exemptions exemptions;
  @Autowired People people;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;

  private Opened at;
  private PageKey page;
  private Officer senior;

  @BeforeEach
  void a_page_in_review() {
    at = scene.open();
    page = scene.collect(at, "Known to the visiting team", "B");
    senior = scene.samples.officer("Rhys Bevan", Role.SENIOR);
  }

  @Test
  void an_officer_marks_places_proposes_for_exactly_these_and_another_sees_them() {
    var browser = people.signedIn(at.officer());
    var start = browser.get(path(""));
    assertThat(start.html().select("a[href$=/places]")).hasSize(1);
    var form = browser.get(path("/places"));
    assertThat(form.html().select("[name=line]")).hasSize(2);
    browser.submit("main form", Map.of("action", "add", "line", "0"));
    var two = browser.submit("main form", rectangle("add", "10", "80", "20,5", "5%"));
    assertThat(two.html().select("[name=place]")).hasSize(2);
    assertThat(two.text())
        .contains("Places marked: 2", "10% from the left, 80% from the top, 20% wide, 5% high");
    browser.submit("main form", rectangle("add", "50", "50", "10", "10"));
    var without = browser.submit("main form", Map.of("action", "remove-3"));
    assertThat(without.html().select("[name=place]")).hasSize(2);
    assertThat(browser.get(without.html().select("#page-picture").attr("src")).status())
        .isEqualTo(200);
    browser.get(path("/places"));
    browser.submit("main form", Map.of("action", "add", "line", "0"));
    var proposing = browser.submit("main form", rectangle("decide", "10", "80", "20", "5"));
    assertThat(proposing.path()).contains("/exemptions/propose");
    assertThat(proposing.text()).contains("Notes, page 1 of 2: 2 places");
    var item = item();
    assertThat(proposing.html().select("main img").attr("src")).contains(item.id().toString());
    var id = propose(item);
    var approver = people.signedIn(senior);
    var seen = approver.get("/staff/cases/" + at.reference() + "/exemptions/" + id);
    assertThat(seen.html().select("main details[open] img").attr("alt"))
        .contains("2 places", "marked and numbered");
    var picture = approver.get(seen.html().select("main img").attr("src"));
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.path()).endsWith("/pages/1/picture.png");
    assertThat(scene.samples.logged(at.reference())).contains("page.places-marked");
  }

  @Test
  void marking_nothing_or_outside_of_the_page_is_refused_in_words_and_in_welsh() {
    var browser = people.signedIn(at.officer());
    browser.get(path("/places"));
    for (var action : List.of("add", "decide", "")) {
      var refused = browser.submit("main form", Map.of("action", action));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.html().select(".govuk-error-summary").text()).contains("Choose lines");
    }
    var outside = browser.submit("main form", rectangle("decide", "90", "80", "20", "5"));
    assertThat(outside.html().select(".govuk-error-summary a[href='#left']").text())
        .contains("lie on the page");
    assertThat(outside.html().select("#left").val()).isEqualTo("90");
    assertThat(browser.submit("main form", Map.of("line", "none", "action", "add")).status())
        .isEqualTo(422);
    assertThat(browser.submit("main form", Map.of("place", "x;y;1;1", "action", "add")).status())
        .isEqualTo(422);
    assertThat(browser.get(path("/places?lang=cy")).text()).contains("Marcio lle");
    assertThat(people.signedIn(Role.RELEASER).get(path("/places")).status()).isEqualTo(403);
  }

  @Test
  void the_same_places_are_the_same_thing_and_stay_as_they_were_proposed() {
    var item = places();
    assertThat(places()).isEqualTo(item);
    propose(item);
    refusedByDatabase("places-are-proposed", () -> store(item.id(), 2, 1));
    refusedByDatabase("places-are-of-one-page", () -> store(page.record().value(), 1, 1));
    refusedByDatabase("places-are-of-one-page", () -> store(item.id(), 2, 2));
    refusedByDatabase("regions-have-places", this::withoutPlaces);
    refusedByDatabase("on-a-record-page-or-entry", () -> rely(item));
  }

  @Test
  void only_these_places_can_be_kept_back_and_only_while_the_decision_is_in_force() {
    var ground = inForce(places());
    var within = new Mark(new Place(0.1, 0.1, 0.5, 0.2), ground);
    for (var beyond :
        List.of(new Place(0, 0, 1, 0.31), new Place(0, 0.5, 1, 0.6), new Place(0, 0, 1, 1))) {
      refused(
          "withheld-without-determination",
          () -> scene.release(at, page, new Mark(beyond, ground)));
    }
    refused("withheld-without-determination", () -> scene.withhold(at, page, ground));
    var second = new PageKey(at.reference(), page.record(), 2);
    refused("withheld-without-determination", () -> scene.release(at, second, within));
    assertThat(scene.release(at, page, within)).isEqualTo(new Decided.Done());
    assertThat(scene.outcome(at, page)).isInstanceOf(PageOutcome.Redacted.class);
    var browser = people.signedIn(at.officer());
    var review = browser.get(path(""));
    assertThat(review.html().select("#ground option").eachAttr("value"))
        .doesNotContain(ground.choice());
    var marked =
        browser.submit(
            "main form.app-review__decision",
            Map.of("mark", List.of(), "markGround", ground.choice(), "action", "add"));
    assertThat(marked.html().select("[name=mark]").eachAttr("value"))
        .endsWith(new Mark(new Place(0, 0, 1, 0.3), ground).text());
    var id = new DeterminationId(ground.basis());
    senior
        .acting()
        .run(() -> exemptions.withdraw(at.reference(), id, senior, "No longer needed here."));
    assertThat(scene.outcome(at, page)).isEqualTo(new PageOutcome.Undecided());
  }

  @Test
  void the_database_says_so_too() {
    var ground = inForce(places());
    refusedByDatabase("withheld-without-determination", () -> scene.keepBack(at, page, ground));
    refusedByDatabase(
        "withheld-without-determination",
        () -> scene.blackOut(at, page, ground, new Place(0, 0.2, 1, 0.31)));
  }

  private Item places() {
    return desk.upperThird(at.reference(), page.record(), 1, at.officer());
  }

  private Item item() {
    return scene.work(
        at,
        () ->
            exemptions.items(at.reference()).stream()
                .filter(item -> item.kind() == Item.Kind.REGIONS)
                .findFirst()
                .orElseThrow());
  }

  private DeterminationId propose(Item item) {
    var sample = new SampleProposal();
    sample.reference = at.reference();
    sample.item = item;
    sample.proposedBy = at.officer().id();
    sample.conclusion = new Conclusion.Apply(new Telling.Told());
    sample.decidedOn = days.today();
    var proposal = sample.build();
    at.officer().acting().run(() -> exemptions.propose(proposal, at.officer()));
    return proposal.id();
  }

  private Ground inForce(Item item) {
    var id = propose(item);
    var approval = SampleProposal.approval(REASON, new Telling.Told());
    senior.acting().run(() -> exemptions.approve(at.reference(), id, senior, approval));
    return new Ground("IMMIGRATION", id.value());
  }

  private void store(UUID item, int number, int pageNo) {
    jdbc.sql(
            """
            insert into records.place (item_id, place_no, case_id, record_id, page_no, x, y, width, height)
            values (?, ?, ?, ?, ?, 0, 0.5, 1, 0.1)
            """)
        .params(item, number, at.reference().value(), page.record().value(), pageNo)
        .update();
  }

  private void withoutPlaces() {
    jdbc.sql(
            """
            insert into exemptions.item (item_id, case_id, kind, within_id, page_id, words)
            select ?, case_id, 'REGIONS', within_id, item_id, 'Nowhere' from exemptions.item
            where within_id = ? and kind = 'PAGE' limit 1
            """)
        .params(Identifiers.next(), page.record().value())
        .update();
  }

  private void rely(Item item) {
    jdbc.sql(
            """
            insert into exemptions.reliance (reliance_id, case_id, item_id, within_id, code, officer_id, relied_on)
            values (?, ?, ?, ?, 'NEGOTIATION', ?, ?)
            """)
        .params(
            Identifiers.next(),
            at.reference().value(),
            item.id(),
            item.withinId(),
            at.officer().id(),
            days.today())
        .update();
  }

  private void refusedByDatabase(String rule, Runnable sql) {
    refused(
        rule,
        () ->
            scene.work(
                at,
                () -> {
                  sql.run();
                  return true;
                }));
  }

  private static void refused(String rule, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo(rule));
  }

  private static Map<String, Object> rectangle(
      String action, String left, String top, String width, String height) {
    return Map.of("action", action, "left", left, "top", top, "width", width, "height", height);
  }

  private String path(String more) {
    return "/staff/cases/" + at.reference() + "/records/" + page.record() + "/pages/1" + more;
  }
}
