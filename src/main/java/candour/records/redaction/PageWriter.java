package candour.records.redaction;

import candour.platform.DocumentFonts;
import com.itextpdf.io.image.ImageData;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.pdf.tagutils.TagTreePointer;
import com.itextpdf.kernel.pdf.xobject.PdfImageXObject;
import com.itextpdf.pdfua.PdfUAConfig;
import com.itextpdf.pdfua.PdfUADocument;
import java.io.ByteArrayOutputStream;

/**
 * Writes one page from nothing: the picture, and over it, unseen, its words as tagged text. Each
 * word is placed by itself, so the gap of a missing one is as wide as the picture shows and no
 * more.
 */
final class PageWriter {

  /** Most of the time a page takes goes into this; higher levels gain little on print. */
  private static final int FAST = 2;

  private final PdfCanvas canvas;
  private final PdfFont font = DocumentFonts.regular();
  private final TagTreePointer tags;
  private final double width;
  private final double height;

  private PageWriter(PdfUADocument pdf, Frame frame) {
    this.width = frame.width();
    this.height = frame.height();
    PdfPage page = pdf.addNewPage(new PageSize((float) width, (float) height));
    this.canvas = new PdfCanvas(page);
    this.tags = new TagTreePointer(pdf).setPageForTagging(page);
  }

  static byte[] write(ImageData picture, Frame frame, Reading reading, PageLabels labels) {
    var out = new ByteArrayOutputStream(1 << 17);
    var config =
        new PdfUAConfig(
            PdfUAConformance.PDF_UA_1, labels.title(), labels.language().toLanguageTag());
    try (var pdf = new PdfUADocument(new PdfWriter(out), config)) {
      var writer = new PageWriter(pdf, frame);
      if (reading.parts().isEmpty()) {
        writer.describedPicture(picture, labels.picture());
      } else {
        writer.silentPicture(picture);
        writer.text(reading);
      }
    }
    return out.toByteArray();
  }

  private void describedPicture(ImageData picture, String description) {
    tags.addTag(StandardRoles.FIGURE).getProperties().setAlternateDescription(description);
    canvas.openTag(tags.getTagReference());
    draw(picture);
    canvas.closeTag();
  }

  private void silentPicture(ImageData picture) {
    canvas.openTag(new CanvasArtifact());
    draw(picture);
    canvas.closeTag();
  }

  private void draw(ImageData picture) {
    var object = new PdfImageXObject(picture);
    object.getPdfObject().setCompressionLevel(FAST);
    canvas.addXObjectFittedIntoRectangle(
        object, new Rectangle(0, 0, (float) width, (float) height));
  }

  private void text(Reading reading) {
    boolean open = false;
    canvas.setTextRenderingMode(TextRenderingMode.INVISIBLE);
    for (Reading.Part part : reading.parts()) {
      if (open && part.opensParagraph()) {
        tags.moveToParent();
      }
      if (!open || part.opensParagraph()) {
        tags.addTag(StandardRoles.P);
        open = true;
      }
      switch (part) {
        case Reading.Visible visible -> word(visible.word());
        case Reading.Redacted redacted -> label(redacted.region());
      }
    }
  }

  private void word(PlacedWord word) {
    if (word.text().codePoints().allMatch(font::containsGlyph)) {
      canvas.openTag(tags.getTagReference());
      show(word, word.text());
      canvas.closeTag();
    } else {
      spoken(word.text(), word);
    }
  }

  private void label(Region region) {
    double x = region.left() * width;
    double y = region.bottom() * height;
    double length = (region.right() - region.left()) * width;
    spoken(region.label(), new PlacedWord(region.label(), region.box(), x, y, 0, 1, length, false));
  }

  /** Says what the font cannot write: the text replaces a space that is as long as the word. */
  private void spoken(String text, PlacedWord place) {
    tags.addTag(StandardRoles.SPAN).getProperties().setActualText(text + " ");
    canvas.openTag(tags.getTagReference());
    show(place, "");
    canvas.closeTag();
    tags.moveToParent();
  }

  private void show(PlacedWord word, String text) {
    float size = (float) Math.max(word.size(), 0.5);
    float natural = font.getWidth(text.isEmpty() ? " " : text, size);
    double scale = natural > 0 && word.length() > 0 ? word.length() / natural : 1;
    float cos = (float) Math.cos(word.angle());
    float sin = (float) Math.sin(word.angle());
    canvas
        .beginText()
        .setFontAndSize(font, size)
        .setHorizontalScaling((float) (100 * scale))
        .setTextMatrix(cos, -sin, sin, cos, (float) word.x(), (float) (height - word.y()))
        .showText(text + " ")
        .endText();
  }
}
