package candour.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Allocation;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Purpose;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Bundles;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class WorklistPageTests {

  private static final int EXPRESSIONS_A_ROW = 13;

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Casework casework;
  @Autowired Allocation allocation;

  @Test
  void an_officer_sees_their_own_cases_a_page_at_a_time() {
    var officer = samples.officer("Olwen <i>Price</i>", Role.CASEWORKER);
    for (int i = 0; i < 51; i++) {
      take(samples.open(Purpose.PROVE_STATUS).reference(), officer);
    }
    var browser = people.signedIn(officer);
    var first = browser.get("/staff/worklist?show=MINE");
    var rows = first.html().select("tbody tr");
    assertThat(rows).hasSize(50);
    assertThat(rows.eachText())
        .allMatch(row -> row.contains("Olwen <i>Price</i>"))
        .allMatch(row -> row.contains("Guarded") && row.contains("Taken on"))
        .allMatch(row -> row.matches(".* \\d+ days left .*"));
    var second = browser.get(first.html().expectFirst("a[rel=next]").attr("href"));
    assertThat(second.html().select("tbody tr")).hasSize(1);
    assertThat(second.html().select("a[rel=next]")).isEmpty();
    assertThat(browser.get("/staff/worklist?show=FREE").html().select("tbody").text())
        .doesNotContain("Olwen");
    assertThat(browser.get("/staff/worklist?show=MINE&after=nonsense").html().select("tbody tr"))
        .hasSize(50);
    assertThat(browser.get("/staff/worklist?show=MINE&lang=cy").html().expectFirst("tr td").text())
        .contains("Dan warchodaeth");
  }

  @Test
  void names_with_markup_are_shown_and_do_nothing() {
    var name = "<script>alert(1)</script> " + Identifiers.randomCode(6);
    var reference =
        samples.as(
            Acting.visitor(Identifiers.next()),
            () -> {
              var asked = Samples.request(samples.register(), Purpose.CHECK);
              return casework.open(Samples.named(name, asked)).reference();
            });
    var officer = samples.officer("Ann", Role.CASEWORKER);
    take(reference, officer);
    var page = people.signedIn(officer).get("/staff/worklist?show=MINE");
    assertThat(page.html().expectFirst("tbody tr td").text()).isEqualTo(name);
    assertThat(page.text()).doesNotContain("<script>alert");
  }

  @Test
  void who_keeps_the_accounts_opens_no_case() {
    var browser = people.signedIn(Role.ADMINISTRATOR);
    assertThat(browser.get("/staff/worklist").status()).isEqualTo(403);
    assertThat(browser.get("/staff/cases/" + samples.generalCase()).status()).isEqualTo(403);
  }

  /** What a worklist costs is its expressions: see the benchmark. */
  @Test
  void a_row_of_the_worklist_is_a_few_expressions_and_no_component() {
    var page = Bundles.text(Path.of("templates/casework/worklist.html"));
    var row = page.substring(page.indexOf("<tbody"), page.indexOf("</tbody>"));
    assertThat(Pattern.compile("\\$\\{").matcher(row).results().count())
        .isLessThanOrEqualTo(EXPRESSIONS_A_ROW);
    assertThat(row).doesNotContain("govuk:", "#{", "@{", "th:replace", "th:insert");
  }

  private void take(CaseReference reference, Officer officer) {
    officer.acting().run(() -> allocation.takeOn(reference, officer));
  }
}
