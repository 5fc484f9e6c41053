package candour.records.redaction;

import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.io.source.RandomAccessSourceFactory;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A prepared page of one white dot and two dashes: all that such files have in common. */
final class BlankPage {

  private BlankPage() {}

  static PdfDocument open() {
    var dash = new PlacedWord("-", new Box(0, 0, 1, 1), 0, 0, 0, 1, 1, true);
    var region = new Region(0, 0, 1, 1, "-");
    var reading =
        new Reading(List.of(new Reading.Visible(dash), new Reading.Redacted(region, true)));
    var dot = ImageDataFactory.create(1, 1, 1, 8, new byte[] {-1}, null);
    byte[] file =
        PageWriter.write(dot, new Frame(1, 1, 0), reading, new PageLabels("-", Locale.UK, "-"));
    try {
      var source = new RandomAccessSourceFactory().createSource(file);
      return new PdfDocument(new PdfReader(source, new ReaderProperties()));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
