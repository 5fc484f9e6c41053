package candour.intake;

import candour.intake.IntakeResult.Accepted;
import candour.intake.IntakeResult.Reason;
import candour.intake.IntakeResult.Refused;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.exceptions.MemoryLimitsAwareException;
import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Decides whether a file may become a record. Nothing is decoded before its size is known to be
 * bounded, and every bad input is an answer, never an exception.
 */
public final class Intake {

  private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private Intake() {}

  public static IntakeResult inspect(byte[] file, String fileName, IntakeLimits limits) {
    String safe = SafeFileName.of(fileName, "pdf");
    try {
      return new Accepted(pages(file, limits), safe);
    } catch (Refusal refusal) {
      return new Refused(refusal.reason(), safe);
    } catch (MemoryLimitsAwareException | OutOfMemoryError bomb) {
      return new Refused(Reason.EXPANDS_TOO_FAR, safe);
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError broken) {
      return new Refused(Reason.BROKEN, safe);
    }
  }

  private static int pages(byte[] file, IntakeLimits limits) throws IOException {
    if (file.length == 0) {
      throw new Refusal(Reason.EMPTY);
    }
    if (file.length > limits.fileBytes()) {
      throw new Refusal(Reason.TOO_LARGE);
    }
    if (!Arrays.equals(file, 0, Math.min(file.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
      throw new Refusal(Reason.NOT_PDF);
    }
    int pages = readablePages(file, limits);
    if (pages != pagesSeenByRenderer(file)) {
      throw new Refusal(Reason.BROKEN);
    }
    return pages;
  }

  private static int readablePages(byte[] file, IntakeLimits limits) throws IOException {
    try {
      return boundedPages(file, limits);
    } catch (MemoryLimitsAwareException bomb) {
      throw bomb;
    } catch (PdfException unreadable) {
      if (!endsAsPdf(file)) {
        throw unreadable;
      }
      return boundedPages(SecondReading.of(file), limits);
    }
  }

  /** The page count, once every stream is known to unpack within the limits. */
  private static int boundedPages(byte[] file, IntakeLimits limits) throws IOException {
    var source = new RandomAccessSourceFactory().createSource(file);
    var properties =
        new ReaderProperties().setMemoryLimitsAwareHandler(new Expansion.Caps(limits, file.length));
    try (var reader = new PdfReader(source, properties);
        var pdf = new PdfDocument(reader)) {
      if (reader.hasRebuiltXref() && !endsAsPdf(file)) {
        throw new Refusal(Reason.BROKEN);
      }
      new Expansion(limits, file.length).check(pdf);
      return PageTree.count(pdf, limits.pages());
    }
  }

  private static boolean endsAsPdf(byte[] file) {
    int from = Math.max(0, file.length - 2_048);
    return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private static int pagesSeenByRenderer(byte[] file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return pdf.getNumberOfPages();
    }
  }
}
