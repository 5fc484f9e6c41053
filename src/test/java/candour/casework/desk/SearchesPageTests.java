package candour.casework.desk;

import static candour.casework.desk.Desk.errors;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class SearchesPageTests {

  @Autowired Samples samples;
  @Autowired People people;
  private CaseReference reference;
  private String base;

  @BeforeEach
  void open_a_case() {
    reference = samples.open(Purpose.PROVE_STATUS).reference();
    base = "/staff/cases/" + reference;
  }

  @Test
  void each_kind_of_result_is_a_certificate_and_one_sent_twice_is_one() {
    var browser = Desk.of(people, Role.CASEWORKER);
    search(browser, Map.of("system", "CASE_DATABASE", "result", "FOUND", "found", "0"));
    assertThat(errors(browser.page()))
        .containsExactly("Enter how many records were found, from 1 to 99,999");
    search(
        browser,
        Map.of(
            "system",
            "CASE_DATABASE",
            "result",
            "DESTROYED_UNDER_POLICY",
            "destroyed",
            "LANDING_CARDS"));
    assertThat(errors(browser.page()))
        .singleElement()
        .asString()
        .contains("kept in another system");
    search(browser, Map.of("system", "CASE_DATABASE", "result", "FOUND", "found", "12"));
    search(browser, Map.of("system", "CASE_DATABASE", "result", "FOUND", "found", "12"));
    assertThat(browser.page().html().select("article")).hasSize(1);
    search(
        browser,
        Map.of(
            "system",
            "PAPER_FILES",
            "result",
            "DESTROYED_UNDER_POLICY",
            "destroyed",
            "LANDING_CARDS"));
    assertThat(browser.page().text()).contains("Not searched yet:");
    search(browser, Map.of("system", "DETENTION_RECORDS", "result", "NEVER_HELD"));
    assertThat(browser.page().html().select("article").eachText())
        .anyMatch(it -> it.contains("12 records found"))
        .anyMatch(it ->
            it.contains(
                "Landing cards and registration slips, about October 2010, by UK Border Agency"))
        .anyMatch(it -> it.contains("Never held"));
    assertThat(browser.page().text()).doesNotContain("Not searched yet:");
    assertThat(browser.get(base).text()).contains("3 of 3");
  }

  private void search(Browser browser, Map<String, ?> fields) {
    browser.get(base + "/searches/certificate");
    var all = new HashMap<String, Object>(fields);
    all.put("terms", "Campbell, Beryl; Grant");
    browser.submit("main form", all);
  }
}
