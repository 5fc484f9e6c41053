package candour.platform;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;

/**
 * Marks every page with its number. A page that is somebody else's grows by a strip for it, so that
 * nothing of the record is covered.
 */
public final class Footers {

  private static final float STRIP = 28;
  private static final float SIZE = 8;
  private static final float INSET = 10;

  private final PdfFont font;
  private final Numbering numbering;

  public Footers(PdfFont font, Numbering numbering) {
    this.font = font;
    this.numbering = numbering;
  }

  /** What stands at the foot of a page. */
  @FunctionalInterface
  public interface Numbering {

    String words(int page, int last);
  }

  public static void addStrip(PdfPage page) {
    Rectangle box = page.getMediaBox();
    var grown =
        new Rectangle(box.getX(), box.getY() - STRIP, box.getWidth(), box.getHeight() + STRIP);
    page.setMediaBox(grown);
    page.setCropBox(grown);
    page.setTrimBox(grown);
  }

  public void write(PdfDocument pdf) {
    int last = pdf.getNumberOfPages();
    for (int number = 1; number <= last; number++) {
      write(pdf.getPage(number), numbering.words(number, last));
    }
  }

  private void write(PdfPage page, String words) {
    Rectangle box = page.getMediaBox();
    float x = box.getX() + Math.max(INSET, (box.getWidth() - font.getWidth(words, SIZE)) / 2);
    new PdfCanvas(page, true)
        .openTag(new CanvasArtifact())
        .beginText()
        .setFontAndSize(font, SIZE)
        .moveText(x, box.getY() + INSET)
        .showText(words)
        .endText()
        .closeTag();
  }
}
