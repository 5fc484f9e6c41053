package candour.records.redaction;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages within bounds of time and memory, and notes which letters end up visible. */
final class Renderer extends PDFRenderer {

  private static final long MOST_PICTURE_PIXELS = 120_000_000;

  private final Lettering lettering = new Lettering();
  private final long deadline;

  /**
   * @param nanos how long drawing one page may take
   */
  Renderer(PDDocument pdf, long nanos) {
    super(pdf);
    deadline = System.nanoTime() + nanos;
    setSubsamplingAllowed(true);
  }

  Lettering lettering() {
    return lettering;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private final class Drawer extends PageDrawer {

    private static final double MIDDLE_OF_LETTER = 0.3;
    private static final float THICK_LINE = 4;

    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() - deadline > 0) {
        throw new NotDrawable(PageImage.Why.TOO_SLOW);
      }
      super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException problem)
        throws IOException {
      if (problem instanceof MissingImageReaderException) {
        throw new NotDrawable(PageImage.Why.UNKNOWN_PICTURE_FORMAT);
      }
      if (operator.getName().equals("Do")) {
        throw new NotDrawable(PageImage.Why.DAMAGED);
      }
      super.operatorException(operator, operands, problem);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
        throws IOException {
      var middle = rendering.transformPoint(displacement.getX() / 2, (float) MIDDLE_OF_LETTER);
      var centre = new Point2D.Double(middle.x, middle.y);
      RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
      if (mode.isFill() || mode.isStroke()) {
        lettering.paint(centre);
      } else {
        lettering.placeInvisibly(centre);
      }
      super.showGlyph(rendering, font, code, displacement);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
      if (isOpaque(getGraphicsState().getNonStrokeAlphaConstant())) {
        var outline = new Path2D.Double(getLinePath());
        outline.setWindingRule(windingRule);
        lettering.cover(outline, clip());
      }
      super.fillPath(windingRule);
    }

    @Override
    public void strokePath() throws IOException {
      float width = transformWidth(getGraphicsState().getLineWidth());
      if (width >= THICK_LINE && isOpaque(getGraphicsState().getAlphaConstant())) {
        var stroke = new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
        lettering.cover(stroke.createStrokedShape(getLinePath()), clip());
      }
      super.strokePath();
    }

    @Override
    public void shadingFill(COSName shading) throws IOException {
      if (isOpaque(getGraphicsState().getNonStrokeAlphaConstant())) {
        lettering.cover(clip(), clip());
      }
      super.shadingFill(shading);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      if ((long) image.getWidth() * image.getHeight() > MOST_PICTURE_PIXELS) {
        throw new NotDrawable(PageImage.Why.TOO_LARGE);
      }
      var square = new Path2D.Double(new Rectangle2D.Double(0, 0, 1, 1));
      square.transform(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
      lettering.addPicture(square);
      if (isSolid(image) && isOpaque(getGraphicsState().getNonStrokeAlphaConstant())) {
        lettering.cover(square, clip());
      }
      super.drawImage(image);
    }

    private Shape clip() {
      return getGraphicsState().getCurrentClippingPath();
    }

    private boolean isOpaque(double alpha) {
      PDGraphicsState state = getGraphicsState();
      return alpha >= 1
          && BlendMode.NORMAL.equals(state.getBlendMode())
          && state.getSoftMask() == null;
    }

    private static boolean isSolid(PDImage image) throws IOException {
      return !image.isStencil()
          && !(image instanceof PDImageXObject x
              && (x.getSoftMask() != null || x.getMask() != null));
    }
  }
}
