package candour.support;

import candour.records.redaction.PageLabels;
import candour.records.redaction.Preparation.Prepared;
import candour.records.redaction.PreparedPages;
import candour.records.redaction.Region;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Pages ready for release. */
public final class PreparedPaper {

  private PreparedPaper() {}

  /** A prepared page that shows one line and withholds another. */
  public static byte[] page(String shown, String withheld) throws IOException {
    var regions = List.of(new Region(0, 0.5, 1, 0.75, "[withheld 1]"));
    var labels = new PageLabels("Record 1, page 1", Locale.UK, "A page");
    return ((Prepared) PreparedPages.prepare(original(shown, withheld), 1, regions, labels))
        .page()
        .pdf();
  }

  private static byte[] original(String shown, String withheld) throws IOException {
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(60, 700);
        content.showText(shown);
        content.newLineAtOffset(0, -400);
        content.showText(withheld);
        content.endText();
      }
      var out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }
}
