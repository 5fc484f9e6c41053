package candour.intake;

import candour.intake.IntakeResult.Reason;
import candour.intake.IntakeResult.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws each page of a PDF as a picture into a new one: what it would do or hide is gone. */
final class PdfRedrawing {

  private static final float DPI = 150;
  private static final float POINTS_PER_INCH = 72;
  private static final float MOST_PIXELS = 12_000_000;
  private static final float QUALITY = 0.85f;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private PdfRedrawing() {}

  /**
   * The file drawn anew.
   *
   * @throws Refusal if it is no PDF within the limits, or cannot be drawn in half a minute
   */
  static byte[] of(byte[] content, IntakeLimits limits) {
    if (Intake.inspect(content, "", limits) instanceof Refused refused) {
      throw new Refusal(refused.reason());
    }
    try (var source = Loader.loadPDF(content);
        var drawn = new PDDocument()) {
      var renderer = new Bounded(source, limits);
      for (int page = 0; page < source.getNumberOfPages(); page++) {
        add(drawn, renderer, page, source.getPage(page).getCropBox());
      }
      var out = new ByteArrayOutputStream();
      drawn.save(out);
      return out.toByteArray();
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw broken instanceof Refusal refusal ? refusal : new Refusal(Reason.BROKEN);
    } catch (OutOfMemoryError vast) {
      throw new Refusal(Reason.EXPANDS_TOO_FAR);
    }
  }

  private static void add(PDDocument drawn, PDFRenderer renderer, int page, PDRectangle size)
      throws IOException {
    double fit = Math.sqrt(MOST_PIXELS / Math.max(1, size.getWidth() * size.getHeight()));
    float scale = (float) Math.min(DPI / POINTS_PER_INCH, fit);
    BufferedImage image = renderer.renderImage(page, scale, ImageType.RGB);
    var sheet = new PDPage(new PDRectangle(image.getWidth() / scale, image.getHeight() / scale));
    drawn.addPage(sheet);
    try (var pen = new PDPageContentStream(drawn, sheet)) {
      var picture = JPEGFactory.createFromImage(drawn, image, QUALITY);
      pen.drawImage(picture, 0, 0, sheet.getMediaBox().getWidth(), sheet.getMediaBox().getHeight());
    }
  }

  /** Draws within a time for the whole file, and no picture larger than the limits allow. */
  private static final class Bounded extends PDFRenderer {

    private final long deadline = System.nanoTime() + PATIENCE;
    private final IntakeLimits limits;

    Bounded(PDDocument pdf, IntakeLimits limits) {
      super(pdf);
      this.limits = limits;
      setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (System.nanoTime() - deadline > 0) {
            throw new Refusal(Reason.EXPANDS_TOO_FAR);
          }
          super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
          if ((long) image.getWidth() * image.getHeight() > limits.imagePixels()) {
            throw new Refusal(Reason.EXPANDS_TOO_FAR);
          }
          super.drawImage(image);
        }
      };
    }
  }
}
