package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.requester.Asking;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.PdfUa;
import candour.support.PortalTest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form on paper asks whatever the pages ask. */
@PortalTest
class PaperFormTests {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void whatever_the_pages_ask_stands_on_paper(String language) throws IOException {
    var browser = new Browser(port);
    browser.get("/?lang=" + language);
    var answer = browser.get("/request/form.pdf");
    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    var pdf = answer.response().body();
    PdfUa.assertValid(pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      var text = plain(new PDFTextStripper().getText(document));
      var visited = new TreeSet<String>();
      for (var whose : Set.of("SELF", "PARENT", "ADVISER")) {
        walk(asking(whose, language), visited, text);
      }
      assertThat(visited).containsAll(Journey.PAGES.stream().map(Journey.Page::name).toList());
    }
  }

  private Browser asking(String whose, String language) {
    var browser = new Browser(port);
    browser.get("/?lang=" + language);
    var asking = new Asking(browser, UUID.randomUUID() + "@example.org");
    everything(asking);
    switch (whose) {
      case "PARENT" -> asking.forChild();
      case "ADVISER" ->
          asking
              .forClient("c@example.org")
              .with("what-you-want", Map.of("extent", "NAMED_DOCUMENTS"));
      default -> {}
    }
    asking.answerAll();
    return browser;
  }

  private static void everything(Asking asking) {
    asking.with(
        "finding-you",
        Map.of(
            "known",
            Set.of("REFERENCE_NUMBERS", "PASSPORTS", "ARRIVAL", "ADDRESSES", "BORN_ELSEWHERE")));
  }

  private static void walk(Browser browser, Set<String> visited, String text) {
    for (var page : Journey.PAGES) {
      var shown = browser.get(page.path());
      if (shown.path().equals(page.path())) {
        visited.add(page.name());
        asked(shown, page.name())
            .forEach(words -> assertThat(text).as(page.name()).contains(words));
      }
    }
  }

  /** Its options, labels and hints; titles, and whose something is, are worded for whoever asks. */
  private static Set<String> asked(Page page, String name) {
    var words = new TreeSet<String>();
    page.html()
        .select("main form:not(.govuk-\\!-display-none-print)")
        .select("label:not([for$=whose]), .govuk-hint, legend:not(:has(h1))")
        .eachText()
        .forEach(each -> words.add(plain(each)));
    return words;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
