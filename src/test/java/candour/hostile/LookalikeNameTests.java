package candour.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Casework;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.platform.Typesetting;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.PdfUa;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.pdfua.PdfUAConfig;
import com.itextpdf.pdfua.PdfUADocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A name with other alphabets' letters, and signs that turn the line round, all the way through.
 */
@PortalTest
class LookalikeNameTests {

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;

  @Test
  void it_is_kept_as_typed_shown_apart_found_and_warned_of() {
    var latin = "Winston" + Identifiers.randomCode(8).toLowerCase(Locale.ROOT);
    var name = latin.replace('o', '\u043e') + " \u202eekralC\u200b";
    var visitor = people.visitor();
    var asking =
        new Asking(visitor, UUID.randomUUID() + "@example.org")
            .with("your-name", Map.of("fullName", name));
    assertThat(isolated(asking.answerAll())).contains(name);
    asking.send();
    var reference = samples.numbered(asking.number());
    var subject = samples.as(Acting.system(), () -> casework.facts(reference)).subjectId();
    assertThat(samples.as(Acting.system(), () -> identity.subject(subject)).fullName())
        .isEqualTo(name);
    var officer = people.signedIn(Role.CASEWORKER);
    officer.get("/staff/worklist");
    officer.submit("main form", Map.of("sought", latin));
    assertThat(isolated(officer.page())).as("found").contains(name);
    assertThat(isolated(officer.get("/staff/cases/" + reference))).contains(name);
    assertThat(officer.page().html().select(".app-case-header .govuk-warning-text").text())
        .contains("letter by letter");
    assertOnlyWithin(officer, "bdi", "\u202e");
  }

  private static List<String> isolated(Page page) {
    return page.html().select("bdi").stream().map(Element::wholeText).toList();
  }

  /** A sign that turns the line round turns nothing but what it stands in. */
  private static void assertOnlyWithin(Browser browser, String tag, String sign) {
    var page = browser.page().html().clone();
    page.select(tag).remove();
    assertThat(page.body().wholeText()).doesNotContain(sign);
  }

  @Test
  void on_paper_an_unseen_sign_turns_nothing_round() throws IOException {
    var out = new ByteArrayOutputStream();
    var config = new PdfUAConfig(PdfUAConformance.PDF_UA_1, "Name", "en");
    try (var pdf = new PdfUADocument(new PdfWriter(out), config)) {
      var typesetting = new Typesetting(pdf);
      typesetting.title("Name");
      typesetting.paragraph("Winst\u043en \u202eekralC");
      typesetting.close();
    }
    PdfUa.assertValid(out.toByteArray());
    try (var document = Loader.loadPDF(out.toByteArray())) {
      assertThat(new PDFTextStripper().getText(document)).contains("Winst\u043en ekralC");
    }
  }
}
