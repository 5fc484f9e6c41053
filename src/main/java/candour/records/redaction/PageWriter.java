package candour.records.redaction;

import candour.platform.DocumentFonts;
import com.itextpdf.io.image.ImageData;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.CompressionConstants;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.pdf.tagutils.TagTreePointer;
import com.itextpdf.kernel.pdf.xobject.PdfImageXObject;
import java.io.ByteArrayOutputStream;

/**
 * Writes one page from nothing: the picture, and over it, unseen, its words as tagged text. Each
 * word is placed by itself, so the gap of a missing one is as wide as the picture shows and no
 * more.
 */
final class PageWriter {

  /** Most of the time a page takes goes into this; higher levels gain little on print. */
  private static final int FAST = 1;

  private final PdfCanvas canvas;
  private final PdfFont font = DocumentFonts.regular();
  private final TagTreePointer tags;
  private final double width;
  private final double height;
  private boolean running;
  private float written;

  private PageWriter(PdfDocument pdf, Frame frame) {
    this.width = frame.width();
    this.height = frame.height();
    PdfPage page = pdf.addNewPage(new PageSize((float) width, (float) height));
    this.canvas = new PdfCanvas(page);
    this.tags = new TagTreePointer(pdf).setPageForTagging(page);
  }

  static byte[] write(ImageData picture, Frame frame, Reading reading, PageLabels labels) {
    var out = new ByteArrayOutputStream(1 << 17);
    var properties = new WriterProperties().addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1);
    try (var pdf = new PdfDocument(new PdfWriter(out, properties))) {
      describe(pdf, labels);
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

  /**
   * What PDF/UA-1 asks of the file as a whole. {@link com.itextpdf.pdfua.PdfUADocument} would check
   * the rest as well, each time and at the price of the drawing: the form of these pages is always
   * the same, and the tests check it.
   */
  private static void describe(PdfDocument pdf, PageLabels labels) {
    pdf.setTagged();
    pdf.getCatalog()
        .setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true))
        .setLang(new PdfString(labels.language().toLanguageTag()));
    pdf.getDocumentInfo().setTitle(labels.title());
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
    boolean packed = object.getPdfObject().containsKey(PdfName.Filter);
    object.getPdfObject().setCompressionLevel(packed ? CompressionConstants.NO_COMPRESSION : FAST);
    canvas.addXObjectFittedIntoRectangle(
        object, new Rectangle(0, 0, (float) width, (float) height));
  }

  private void text(Reading reading) {
    boolean open = false;
    canvas.setTextRenderingMode(TextRenderingMode.INVISIBLE);
    for (Reading.Part part : reading.parts()) {
      if (open && part.opensParagraph()) {
        endRun();
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
    endRun();
  }

  private void word(PlacedWord word) {
    if (word.text().codePoints().allMatch(font::containsGlyph)) {
      beginRun();
      show(word, word.text());
    } else {
      spoken(word.text(), word);
    }
  }

  /** Words that follow each other in a paragraph are one piece of marked content. */
  private void beginRun() {
    if (!running) {
      canvas.openTag(tags.getTagReference()).beginText();
      running = true;
    }
  }

  private void endRun() {
    if (running) {
      canvas.endText().closeTag();
      running = false;
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
    endRun();
    tags.addTag(StandardRoles.SPAN).getProperties().setActualText(text + " ");
    beginRun();
    show(place, "");
    endRun();
    tags.moveToParent();
  }

  private void show(PlacedWord word, String text) {
    float size = (float) Math.max(word.size(), 0.5);
    float natural = font.getWidth(text.isEmpty() ? " " : text, size);
    double scale = natural > 0 && word.length() > 0 ? word.length() / natural : 1;
    float cos = (float) Math.cos(word.angle());
    float sin = (float) Math.sin(word.angle());
    if (size != written) {
      canvas.setFontAndSize(font, size);
      written = size;
    }
    canvas
        .setHorizontalScaling((float) (100 * scale))
        .setTextMatrix(cos, -sin, sin, cos, (float) word.x(), (float) (height - word.y()))
        .showText(text + " ");
  }
}
