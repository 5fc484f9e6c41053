package candour.records.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import candour.records.redaction.Leak.Kind;
import candour.records.redaction.Preparation.Prepared;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.action.PdfAction;
import com.itextpdf.kernel.pdf.annot.PdfTextAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeakScanTests {

  private static final Region NAME = new Region(0.33, 0.105, 0.37, 0.13, "[withheld 1]");
  private static final Set<String> WITHHELD = Set.of("Penhaligon");

  @Test
  void clean_page_has_no_leak() {
    assertThat(scan(clean())).isEmpty();
  }

  @Test
  void box_drawn_over_the_original_is_found_to_be_no_redaction() {
    byte[] drawn =
        Paper.page(pen -> {
          pen.text(60, 700, "Statement about Jane Penhaligon taken on Tuesday");
          pen.rectangle(195, 690, 40, 25);
        });
    assertThat(kinds(drawn)).contains(Kind.TEXT_IN_REGION, Kind.WITHHELD_WORD, Kind.FOREIGN_PART);
    assertThat(scan(drawn))
        .as("each of the two engines finds it by itself")
        .contains(
            new Leak(Kind.TEXT_IN_REGION, "PDFBox"),
            new Leak(Kind.TEXT_IN_REGION, "iText"),
            new Leak(Kind.WITHHELD_WORD, "PDFBox text"),
            new Leak(Kind.WITHHELD_WORD, "iText text"));
  }

  static Stream<Arguments> tampering() {
    return Stream.of(
        tamper("title", Kind.WITHHELD_WORD, pdf -> pdf.getDocumentInfo().setTitle("On Penhaligon")),
        tamper(
            "name",
            Kind.WITHHELD_WORD,
            pdf -> structure(pdf).put(new PdfName("Penhaligon"), PdfName.Note)),
        tamper(
            "actual text",
            Kind.WITHHELD_WORD,
            pdf ->
                structure(pdf)
                    .put(PdfName.ActualText, new PdfString("Miss Penhaligon", "UnicodeBig"))),
        tamper(
            "loose stream",
            Kind.WITHHELD_WORD,
            pdf -> loose(pdf, "x Penhaligon y".getBytes(StandardCharsets.US_ASCII))),
        tamper(
            "loose stream in UTF-16",
            Kind.WITHHELD_WORD,
            pdf -> loose(pdf, "Penhaligon".getBytes(StandardCharsets.UTF_16BE))),
        tamper(
            "note",
            Kind.FOREIGN_PART,
            pdf ->
                pdf.getFirstPage().addAnnotation(new PdfTextAnnotation(new Rectangle(9, 9, 9, 9)))),
        tamper(
            "script",
            Kind.FOREIGN_PART,
            pdf -> pdf.getCatalog().setOpenAction(PdfAction.createJavaScript("app.alert(1)"))),
        tamper("bookmark", Kind.FOREIGN_PART, pdf -> pdf.getOutlines(true).addOutline("here")),
        tamper(
            "attachment",
            Kind.FOREIGN_PART,
            pdf ->
                pdf.addFileAttachment(
                    "a", PdfFileSpec.createEmbeddedFileSpec(pdf, new byte[1], "a", null))),
        tamper(
            "drawing",
            Kind.FOREIGN_PART,
            pdf -> new PdfCanvas(pdf.getFirstPage()).rectangle(1, 1, 9, 9).fill()),
        tamper("second page", Kind.FOREIGN_PART, PdfDocument::addNewPage));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tampering")
  void whatever_is_added_is_found(String what, Kind kind, Consumer<PdfDocument> change) {
    assertThat(kinds(change(clean(), change, new StampingProperties()))).contains(kind);
  }

  @Test
  void earlier_revision_is_found() {
    byte[] appended =
        change(
            clean(),
            pdf -> pdf.getCatalog().setModified(),
            new StampingProperties().useAppendMode());
    assertThat(kinds(appended)).contains(Kind.EARLIER_REVISION);
  }

  @Test
  void file_that_cannot_be_read_is_never_clean() {
    assertThat(kinds(new byte[] {1})).contains(Kind.UNREADABLE);
  }

  @Test
  void words_of_the_format_itself_are_no_leak() {
    assertThat(
            LeakScan.scan(clean(), Set.of("Page", "font", "Adobe", "metadata", "2026"), List.of()))
        .isEmpty();
  }

  private static byte[] clean() {
    var page = PreparedPages.prepare(Paper.letter(), 1, List.of(NAME), Paper.LABELS);
    return ((Prepared) page).page().pdf();
  }

  private static List<Leak> scan(byte[] pdf) {
    return LeakScan.scan(pdf, WITHHELD, List.of(NAME));
  }

  private static List<Kind> kinds(byte[] pdf) {
    return scan(pdf).stream().map(Leak::kind).toList();
  }

  private static Arguments tamper(String what, Kind kind, Consumer<PdfDocument> change) {
    return Arguments.of(what, kind, change);
  }

  private static PdfDictionary structure(PdfDocument pdf) {
    return pdf.getCatalog().getPdfObject().getAsDictionary(PdfName.StructTreeRoot);
  }

  private static void loose(PdfDocument pdf, byte[] bytes) {
    structure(pdf).put(new PdfName("X"), new PdfStream(bytes).makeIndirect(pdf));
  }

  private static byte[] change(
      byte[] page, Consumer<PdfDocument> change, StampingProperties properties) {
    var out = new ByteArrayOutputStream();
    try (var pdf =
        new PdfDocument(
            new PdfReader(new ByteArrayInputStream(page)), new PdfWriter(out), properties)) {
      change.accept(pdf);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
