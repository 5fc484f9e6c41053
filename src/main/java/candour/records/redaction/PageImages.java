package candour.records.redaction;

import candour.intake.DrawingBoard;
import candour.records.redaction.PageImage.Drawn;
import candour.records.redaction.PageImage.NotDrawn;
import candour.records.redaction.PageImage.Why;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws pages of a record for the review screen, whatever is in them. */
public final class PageImages {

  private PageImages() {}

  /**
   * Draws a page of a PDF.
   *
   * @param page counted from 1
   * @param dpi dots an inch; a sheet too large for it is drawn more coarsely
   */
  public static PageImage render(byte[] file, int page, int dpi) {
    return DrawingBoard.draw(() -> open(file, page, dpi));
  }

  private static PageImage open(byte[] file, int page, int dpi) {
    try (SourcePdf source = SourcePdf.open(file)) {
      return render(source, page, dpi);
    } catch (IOException damaged) {
      return new NotDrawn(Why.DAMAGED);
    }
  }

  public static PageImage render(SourcePdf source, int page, int dpi) {
    try {
      BufferedImage image = source.draw(page, dpi).image();
      return new Drawn(png(image), image.getWidth(), image.getHeight());
    } catch (NotDrawable reason) {
      return new NotDrawn(reason.why());
    }
  }

  private static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream(1 << 16);
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out.toByteArray();
  }
}
