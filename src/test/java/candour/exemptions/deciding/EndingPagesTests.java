package candour.exemptions.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.response.Answering;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which what is in force is ended, and which remind of what lapses. */
@PortalTest
class EndingPagesTests {

  private static final String WORDS =
      "The Commissioner found <b>no</b> substantial risk; ${7*7} ac mae'r dudalen i'w rhoi.";

  @Autowired Answering answering;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Days days;
  @Autowired MovableClock clock;
  @Autowired Exemptions determinations;

  private Officer senior;
  private Browser browser;
  private CaseReference reference;
  private DeterminationId id;

  @BeforeEach
  void in_force() {
    senior = samples.officer("Overruled", Role.SENIOR);
    browser = people.signedIn(senior);
    reference = samples.generalCase();
    id = answering.determined(reference, answering.officers(), "Notes", "The method");
  }

  @Test
  void an_outcome_is_put_on_record_and_shown() {
    assertThat(browser.get(path("")).html().text()).contains("Record that it was overturned");
    browser.get(path("/overturn"));
    var typed = typed(days.today());
    assertThat(browser.submit("main form", typed).path()).isEqualTo(path(""));
    assertThat(browser.page().html().text())
        .contains("Overturned", "The Information Commissioner (section 165)", "IC-1", WORDS)
        .doesNotContain("Withdraw this decision");
    assertThat(browser.page().html().select("main b")).isEmpty();
  }

  @Test
  void what_was_typed_is_kept_when_something_is_wrong() {
    browser.get(path("/overturn"));
    assertThat(browser.submit("main form", Map.of()).html().select(".govuk-error-summary a"))
        .hasSize(4);
    for (var wrong : new LocalDate[] {days.today().plusDays(1), days.today().minusDays(1)}) {
      var page = browser.submit("main form", typed(wrong));
      assertThat(page.status()).isEqualTo(422);
      assertThat(page.html().select(".govuk-error-summary a").eachAttr("href"))
          .containsExactly("#on-day");
      assertThat(page.html().expectFirst("#reason").text()).isEqualTo(WORDS);
      assertThat(page.html().expectFirst("#reference").val()).isEqualTo("IC-1");
      assertThat(page.html().select("input[name=by][checked]").val()).isEqualTo("COMMISSIONER");
    }
    var caseworker = people.signedIn(samples.officer("Other", Role.CASEWORKER));
    caseworker.get(path("/overturn"));
    var refused = caseworker.submit("main form", typed(days.today()));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.html().expectFirst("#reason").text()).isEqualTo(WORDS);
  }

  @Test
  void officers_are_reminded_of_what_lapses_soon() {
    assertThat(browser.get("/staff/worklist").html().text()).contains("Decisions that lapse soon");
    assertThat(listed("/staff/reviews")).isEmpty();
    assertThat(browser.get(exemptions()).html().text()).contains("In force until");
    var review =
        senior.acting().call(() -> determinations.get(reference, id)).proposal().reviewOn();
    clock.set(review.minusDays(14).atTime(12, 0).atZone(Days.LONDON).toInstant());
    browser = people.signedIn(senior);
    assertThat(listed("/staff/reviews")).hasSize(1);
    assertThat(browser.get("/staff/reviews?lang=cy").html().expectFirst("h1").text())
        .isEqualTo("Penderfyniadau sy’n dod i ben yn fuan");
  }

  /** The links to the determination on any page of a list. */
  private List<Element> listed(String list) {
    var links = new ArrayList<Element>();
    for (var path = list;
        !path.isEmpty();
        path = browser.page().html().select("[rel=next]").attr("href")) {
      links.addAll(browser.get(path).html().select("a[href='" + path("") + "']"));
    }
    return links;
  }

  private Map<String, Object> typed(LocalDate on) {
    var typed = new HashMap<String, Object>();
    typed.put("by", "COMMISSIONER");
    typed.put("on.day", on.getDayOfMonth());
    typed.put("on.month", on.getMonthValue());
    typed.put("on.year", on.getYear());
    typed.put("reference", "IC-1");
    typed.put("reason", WORDS);
    return typed;
  }

  private String exemptions() {
    return "/staff/cases/" + reference + "/exemptions";
  }

  private String path(String page) {
    return exemptions() + "/" + id + page;
  }
}
