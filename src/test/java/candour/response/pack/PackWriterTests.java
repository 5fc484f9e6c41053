package candour.response.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import candour.response.pack.ChecklistAnswer.Given;
import candour.response.pack.ChecklistAnswer.NotApplicable;
import candour.response.pack.PackContents.Addressee;
import candour.response.pack.PackContents.CoverLetter;
import candour.response.pack.PackContents.DisclosureLine;
import candour.response.pack.PackContents.EvidenceLine;
import candour.response.pack.PackContents.RecordLine;
import candour.response.pack.PackContents.Redress;
import candour.response.pack.PackContents.SearchLine;
import candour.response.pack.PackContents.Sender;
import candour.response.pack.PackContents.WithheldLine;
import candour.support.PdfUa;
import candour.support.PreparedPaper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackWriterTests {

  private static final Redress REDRESS = new Redress("reasons", "164A", "165", "167");

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void pack_is_accessible_and_whole(String language) throws IOException {
    byte[] page = PreparedPaper.page("Landed at Tilbury", "Penhaligon");
    byte[] pack =
        PackWriter.write(
            contents(Locale.of(language), "Siân Ŵyn Ŷale"),
            List.of(
                new PreparedDocument("Landing card", List.of(page, page)),
                new PreparedDocument("School register", List.of(page))));
    PdfUa.assertValid(pack);
    try (PDDocument pdf = Loader.loadPDF(pack)) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("Siân Ŵyn Ŷale", "Landed at Tilbury", "SAR-AAAA-BBBB")
          .contains(language.equals("cy") ? "21 Tachwedd 2026" : "21 November 2026")
          .contains(language.equals("cy") ? "tudalen 1 o " : "page 1 of ")
          .doesNotContain("Penhaligon");
      assertThat(pdf.getDocumentCatalog().getLanguage())
          .isEqualTo(language.equals("cy") ? "cy" : "en-GB");
      assertThat(bookmarks(pdf)).contains("Landing card", "School register").hasSize(10);
    }
  }

  @Test
  void letters_the_font_lacks_leave_the_pack_valid() throws IOException {
    byte[] pack = PackWriter.write(contents(Locale.UK, "Amal أمل 愛 Zed"), List.of());
    PdfUa.assertValid(pack);
    try (PDDocument pdf = Loader.loadPDF(pack)) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Zed");
    }
  }

  @Test
  void empty_schedules_say_so() throws IOException {
    var full = contents(Locale.UK, "A");
    var bare =
        new PackContents(
            full.controller(),
            full.requester(),
            full.about(),
            full.reference(),
            full.date(),
            full.language(),
            full.letter(),
            List.of(),
            List.of(),
            full.searches(),
            List.of(),
            List.of());
    byte[] pack = PackWriter.write(bare, List.of());
    PdfUa.assertValid(pack);
    try (PDDocument pdf = Loader.loadPDF(pack)) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("We found no records about you that we can give you.")
          .contains("may be incomplete");
    }
  }

  @Test
  void five_hundred_pages_take_seconds() throws IOException {
    byte[] page = PreparedPaper.page("Landed at Tilbury", "Penhaligon");
    var documents =
        Collections.nCopies(10, new PreparedDocument("File", Collections.nCopies(50, page)));
    Instant start = Instant.now();
    byte[] pack = PackWriter.write(contents(Locale.UK, "A"), documents);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    try (PDDocument pdf = Loader.loadPDF(pack)) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(500);
    }
  }

  @ParameterizedTest
  @EnumSource
  void letter_without_an_item_of_article_15_cannot_be_made(ChecklistItem missing) {
    Map<ChecklistItem, ChecklistAnswer> checklist = checklist();
    checklist.remove(missing);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CoverLetter(checklist, REDRESS))
        .withMessageContaining(missing.name());
  }

  @Test
  void letter_without_a_route_of_redress_cannot_be_made() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Redress(" ", "a", "b", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Redress("r", "", "b", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Redress("r", "a", "", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Redress("r", "a", "b", ""));
  }

  @Test
  void no_page_of_a_record_is_lost_between_released_and_withheld() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordLine("a", "b", "c", 3, 1, 1));
  }

  @Test
  void welsh_says_everything_that_english_says() {
    assertThat(keys("messages_cy.properties")).isEqualTo(keys("messages.properties"));
  }

  private static Object keys(String bundle) {
    var properties = new Properties();
    try (InputStream in = PackWriter.class.getResourceAsStream(bundle)) {
      properties.load(in);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return properties.keySet();
  }

  private static List<String> bookmarks(PDDocument pdf) {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(item.getTitle());
    }
    return titles;
  }

  private static Map<ChecklistItem, ChecklistAnswer> checklist() {
    Map<ChecklistItem, ChecklistAnswer> checklist = new EnumMap<>(ChecklistItem.class);
    for (ChecklistItem item : ChecklistItem.values()) {
      checklist.put(item, new Given("We say this about it.\nAnd this."));
    }
    checklist.put(ChecklistItem.H_ADM, new NotApplicable("no such decisions are made"));
    return checklist;
  }

  private static PackContents contents(Locale language, String name) {
    return new PackContents(
        new Sender("The Department", "1 Street, Town", "sar@example.org", "0300 000 0000"),
        new Addressee(name, List.of("2 Lane", "Village", "AB1 2CD")),
        null,
        "SAR-AAAA-BBBB",
        LocalDate.of(2026, 11, 21),
        language,
        new CoverLetter(checklist(), REDRESS),
        List.of(new RecordLine("Landing card", "Archive", "1948", 2, 2, 0)),
        List.of(new WithheldLine("One name", "Another person", "They did not consent")),
        List.of(
            new SearchLine("Archive", "name, date", "1940–1960", "archivist", "Found two"),
            new SearchLine("Cards", "name", "1960", "archivist", "Destroyed under policy, 2010")),
        List.of(
            new DisclosureLine(
                LocalDate.of(2016, 3, 1), "NHS Digital", "MoU 2017", "Tracing", "address", "sent")),
        List.of(new EvidenceLine("Landing card", "Arrival in 1948")));
  }
}
