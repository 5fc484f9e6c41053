package candour.bench;

import static org.assertj.core.api.Assertions.assertThat;

import candour.bench.BenchPaper.Kind;
import candour.records.redaction.PageLabels;
import candour.records.redaction.Preparation;
import candour.records.redaction.PreparedPages;
import candour.records.redaction.Region;
import candour.records.redaction.SourcePdf;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.canvas.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * How fast a page is redacted, against the least that must happen to it: the same pages drawn at
 * the same resolution, and their text read with the same two engines. Everything else is what the
 * gate costs: painting over, rebuilding as a tagged file, and the scan of the result.
 *
 * <pre>mvn -Pbench test -Dtest=RedactionBenchmark</pre>
 *
 * Both arms do one page after the other on one core, in turn within each round.
 */
class RedactionBenchmark {

  private static final int ROUNDS = 7;
  private static final int PAGES = 6;
  private static final int DPI = 200;
  private static final double GOAL = 0.5;

  private static final List<Region> TWO_REGIONS =
      List.of(
          new Region(0.1, 0.1, 0.4, 0.13, "[redacted]"),
          new Region(0.5, 0.5, 0.9, 0.53, "[redacted]"));
  private static final PageLabels LABELS =
      new PageLabels("Record 1, page 1", Locale.UK, "A picture of a page");

  private final Report report = new Report();

  /** As in the portal: the engines complain about files, at length. */
  @BeforeAll
  static void quiet() {
    for (var engine : List.of("com.itextpdf", "org.apache.pdfbox", "org.apache.fontbox")) {
      ((Logger) LoggerFactory.getLogger(engine)).setLevel(Level.OFF);
    }
  }

  @Test
  void redaction_against_bare_rendering_and_extraction() throws IOException {
    report.add("Redaction with the gate, two places a page, medians of %d rounds", ROUNDS);
    report.add(
        "%-28s %18s %18s   %-22s %s",
        "kind of page", "bare pages/s", "redacted pages/s", "share", "goal");
    for (var kind : Kind.values()) {
      measure(kind);
    }
    System.out.println(report);
    Files.createDirectories(Path.of("target/bench"));
    Files.writeString(Path.of("target/bench/redaction.txt"), report.toString());
  }

  private void measure(Kind kind) throws IOException {
    var file = BenchPaper.of(kind, PAGES);
    bare(file);
    redacted(file);
    var bare = new ArrayList<Double>();
    var redacted = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      bare.add(bare(file));
      redacted.add(redacted(file));
    }
    report.shares(kind.words(), bare, redacted, GOAL);
  }

  private static double bare(byte[] file) throws IOException {
    long start = System.nanoTime();
    try (PDDocument pdfBox = Loader.loadPDF(file);
        var iText = new PdfDocument(new PdfReader(new ByteArrayInputStream(file)))) {
      var renderer = new PDFRenderer(pdfBox);
      for (int page = 1; page <= PAGES; page++) {
        var picture = renderer.renderImageWithDPI(page - 1, DPI, ImageType.RGB);
        assertThat(picture.getWidth()).isPositive();
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(pdfBox)).isNotNull();
        assertThat(PdfTextExtractor.getTextFromPage(iText.getPage(page))).isNotNull();
      }
    }
    return rate(start);
  }

  private static double redacted(byte[] file) throws IOException {
    long start = System.nanoTime();
    try (var source = SourcePdf.open(file)) {
      for (int page = 1; page <= PAGES; page++) {
        assertThat(PreparedPages.prepare(source, page, TWO_REGIONS, LABELS))
            .isInstanceOf(Preparation.Prepared.class);
      }
    }
    return rate(start);
  }

  private static double rate(long start) {
    return PAGES / ((System.nanoTime() - start) / 1e9);
  }
}
