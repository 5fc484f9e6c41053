package candour.records.redaction;

import candour.intake.Intake;
import candour.records.redaction.PageImage.Why;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;

/**
 * A record that passed {@link Intake}, opened for drawing; open once to work on many pages. Not for
 * use by several threads at once.
 */
public final class SourcePdf implements AutoCloseable {

  /** 32 million pixels: an A1 sheet at 200 dots an inch. Larger sheets are drawn more coarsely. */
  private static final double MOST_PIXELS = 32_000_000;

  private static final int COARSEST_DPI = 40;
  private static final double POINTS_PER_INCH = 72;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final PDDocument pdf;

  private SourcePdf(PDDocument pdf) {
    this.pdf = pdf;
  }

  /**
   * Opens a PDF.
   *
   * @throws IOException if the bytes are not a PDF that opens without a password
   */
  public static SourcePdf open(byte[] file) throws IOException {
    return new SourcePdf(Loader.loadPDF(file));
  }

  public int pages() {
    return pdf.getNumberOfPages();
  }

  @Override
  public void close() throws IOException {
    pdf.close();
  }

  /** Draws a page, counted from 1. */
  Drawing draw(int page, int dpi) {
    if (page < 1 || page > pages()) {
      throw new NotDrawable(Why.NO_SUCH_PAGE);
    }
    try {
      Frame frame = Frame.of(pdf.getPage(page - 1));
      var renderer = new Renderer(pdf, PATIENCE);
      float scale = (float) (fit(frame, dpi) / POINTS_PER_INCH);
      BufferedImage image = renderer.renderImage(page - 1, scale, ImageType.RGB);
      return new Drawing(image, renderer.lettering());
    } catch (OutOfMemoryError one) {
      // A single vast allocation failed, which leaves the heap as it was.
      throw new NotDrawable(Why.TOO_LARGE);
    } catch (NotDrawable reason) {
      throw reason;
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      throw new NotDrawable(Why.DAMAGED);
    }
  }

  List<PlacedWord> words(int page) {
    try {
      return PageReader.read(pdf, page);
    } catch (IOException | RuntimeException | StackOverflowError unreadable) {
      return List.of();
    }
  }

  Frame frame(int page) {
    PDPage at = pdf.getPage(page - 1);
    return Frame.of(at);
  }

  /** Moves a point from the page's own space to fractions of the displayed page. */
  Point2D.Double fraction(int page, Point2D.Double point) {
    var crop = pdf.getPage(page - 1).getCropBox();
    Frame frame = frame(page);
    var shown = frame.display(point.x - crop.getLowerLeftX(), point.y - crop.getLowerLeftY());
    shown.setLocation(shown.x / frame.width(), shown.y / frame.height());
    return shown;
  }

  private static double fit(Frame frame, int dpi) {
    double inches = frame.width() * frame.height() / (POINTS_PER_INCH * POINTS_PER_INCH);
    double fitting = Math.min(dpi, Math.sqrt(MOST_PIXELS / inches));
    if (!(fitting >= Math.min(COARSEST_DPI, dpi))) {
      throw new NotDrawable(Why.TOO_LARGE);
    }
    return fitting;
  }
}
