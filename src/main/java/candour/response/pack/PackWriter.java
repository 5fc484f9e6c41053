package candour.response.pack;

import candour.platform.Footers;
import candour.platform.Typesetting;
import candour.response.pack.PackContents.CoverLetter;
import candour.response.pack.PackContents.FurtherLetter;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.ReaderProperties;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.pdfua.PdfUAConfig;
import com.itextpdf.pdfua.PdfUADocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the response pack as one tagged PDF/UA-1 file with bookmarks and numbered pages. */
public final class PackWriter {

  private PackWriter() {}

  /**
   * Writes a pack as one PDF.
   *
   * @param documents in the order of the schedule of records; records without released pages have
   *     none
   */
  public static byte[] write(PackContents contents, List<PreparedDocument> documents) {
    var wording = new Wording(contents.language(), contents.about());
    var out = new ByteArrayOutputStream(1 << 20);
    var writer = new PdfWriter(out, new WriterProperties().useSmartMode());
    String title = title(contents, wording);
    var config = new PdfUAConfig(PdfUAConformance.PDF_UA_1, title, wording.languageTag());
    try (var pdf = new PdfUADocument(writer, config)) {
      var typesetting = new Typesetting(pdf);
      new LetterPart(contents, wording, typesetting).write(title);
      new Schedules(contents, wording, typesetting).write();
      for (PreparedDocument document : documents) {
        typesetting.nextPage();
        typesetting.heading(document.title());
        typesetting.paragraph(wording.say("record.intro", document.pages().size()));
        document.pages().forEach(page -> append(page, pdf));
      }
      new Footers(
              typesetting.font(),
              (page, last) -> wording.say("footer", contents.reference(), page, last))
          .write(pdf);
      typesetting.close();
    }
    return out.toByteArray();
  }

  private static String title(PackContents contents, Wording wording) {
    return switch (contents.letter()) {
      case CoverLetter _ -> wording.say("title", contents.reference());
      case FurtherLetter _ -> wording.say("further.title", contents.reference());
    };
  }

  private static void append(byte[] page, PdfDocument pdf) {
    var source = new RandomAccessSourceFactory().createSource(page);
    try (var prepared = new PdfDocument(new PdfReader(source, new ReaderProperties()))) {
      prepared.copyPagesTo(1, prepared.getNumberOfPages(), pdf).forEach(Footers::addStrip);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
