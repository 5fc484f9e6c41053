package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Looks into a prepared page for anything that a redaction should have removed, with two
 * independent engines, and refuses whatever it cannot read.
 */
final class LeakScan {

  private static final Pattern REVISION = Pattern.compile("startxref\\s+\\d");

  private LeakScan() {}

  /**
   * Looks for what was withheld in a page that is prepared for release.
   *
   * @param page the prepared page's file
   * @param withheld what stood under regions and can be seen nowhere on the page
   * @param regions where the page is redacted
   * @return every leak found; only a page without any may be released
   */
  public static List<Leak> scan(byte[] page, Set<String> withheld, List<Region> regions) {
    List<Leak> leaks = new ArrayList<>();
    Set<String> tokens = Tokens.in(withheld.stream());
    try {
      if (revisions(page) != 1) {
        leaks.add(new Leak(Kind.EARLIER_REVISION, "file"));
      }
      scanWithIText(page, tokens, regions, leaks);
      scanWithPdfBox(page, tokens, regions, leaks);
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError
        | AssertionError unreadable) {
      leaks.add(new Leak(Kind.UNREADABLE, "file"));
    }
    return List.copyOf(leaks);
  }

  private static void scanWithIText(
      byte[] page, Set<String> tokens, List<Region> regions, List<Leak> leaks) throws IOException {
    var source = new RandomAccessSourceFactory().createSource(page);
    try (var pdf = new PdfDocument(new PdfReader(source, new ReaderProperties()))) {
      leaks.addAll(StoredLeaks.find(pdf, tokens));
      leaks.addAll(TextLeaks.find(pdf.getPage(1), tokens, regions));
      leaks.addAll(FormLeaks.find(pdf));
    }
  }

  private static void scanWithPdfBox(
      byte[] page, Set<String> tokens, List<Region> regions, List<Leak> leaks) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(page)) {
      leaks.addAll(TextLeaks.find(pdf, tokens, regions));
      leaks.addAll(PixelLeaks.find(pdf.getPage(0), regions));
    }
  }

  private static int revisions(byte[] page) {
    return (int) REVISION.matcher(new String(page, StandardCharsets.ISO_8859_1)).results().count();
  }
}
