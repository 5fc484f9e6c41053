package candour;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page has, whoever it is for. */
class LayoutTests {

  public record SiteView(String sourceUrl, String controllerName) {}

  public record SignedIn(
      boolean anybody, boolean worklist, boolean disclosures, boolean letters, boolean accounts) {}

  public record Header(
      String reference,
      String number,
      String name,
      boolean guarded,
      boolean reopened,
      boolean urgent,
      String askedBy,
      String dueWords,
      List<String> mind) {}

  private static final Map<String, Object> MODEL =
      Map.of(
          "site", new SiteView("https://example.org/source", "The Department"),
          "signedIn", new SignedIn(true, true, true, true, true),
          "caseHeader",
              new Header(
                  "r1",
                  "C-1",
                  "Ann Example",
                  true,
                  true,
                  true,
                  "Asked by Jo",
                  "Due in 3 days",
                  List.of()));

  private final Templates templates = new Templates("govuk", "layouts", "error");

  @ParameterizedTest
  @ValueSource(strings = {"public", "staff", "case", "committee"})
  void every_layout_offers_its_source_and_both_languages(String layout) {
    var page = page(layout, Locale.of("cy"));
    assertThat(page.select("html").attr("lang")).isEqualTo("cy");
    assertThat(page.select("footer a[href=https://example.org/source]").text())
        .isEqualTo("Cod ffynhonnell");
    assertThat(page.select("footer").text()).contains("The Department");
    assertThat(page.select("a[hreflang=en]").attr("href")).isEqualTo("?lang=en");
    assertThat(page.select("main#main-content p").text()).isEqualTo("Words");
    assertThat(page.select(".govuk-back-link").attr("href")).isEqualTo("/before");
    assertThat(page.title())
        .isEqualTo(layout.equals("case") ? "Title – C-1 – Candour" : "Title – Candour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "staff", "case", "committee"})
  void nothing_is_written_inline(String layout) {
    var page = page(layout, Locale.UK);
    assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]")).isEmpty();
    assertThat(page.select("govuk\\:hint, [th\\:text], [govuk\\:attributes]")).isEmpty();
    assertThat(page.select("body > script")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff", "case", "committee"})
  void officers_sign_out_by_a_form(String layout) {
    assertThat(page(layout, Locale.UK).select("form[method=post][action$=/sign-out] button"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"400", "403", "404", "409", "413", "429", "4xx", "5xx"})
  void an_error_page_needs_no_model(String status) {
    for (var locale : new Locale[] {Locale.UK, Locale.of("cy")}) {
      var page = templates.render("error/" + status, Map.of(), locale);
      assertThat(page.select("main h1")).hasSize(1);
      assertThat(page.select("main").text()).doesNotContain("??");
    }
  }

  @Test
  void a_case_shows_which_part_of_it_is_open() {
    var page = page("case", Locale.UK);
    var current = page.select(".app-case-navigation [aria-current=page]");
    assertThat(current.attr("href")).isEqualTo("/staff/cases/r1/clock");
    assertThat(page.select(".app-case-navigation a")).hasSize(11);
    assertThat(page.select(".app-case-header .govuk-tag").text())
        .isEqualTo("Urgent Guarded Reopened");
  }

  private Document page(String layout, Locale locale) {
    return templates.render(
        """
        <html th:replace="~{layouts/%s :: page(title='Title', backLink='/before', tab='clock', content=~{::content})}">
        <th:block th:fragment="content"><p>Words</p></th:block>
        </html>
        """
            .formatted(layout),
        MODEL,
        locale);
  }
}
