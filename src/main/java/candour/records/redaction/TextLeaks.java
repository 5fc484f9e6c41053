package candour.records.redaction;

import candour.records.redaction.Leak.Kind;
import com.itextpdf.kernel.geom.Vector;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.parser.EventType;
import com.itextpdf.kernel.pdf.canvas.parser.PdfCanvasProcessor;
import com.itextpdf.kernel.pdf.canvas.parser.data.IEventData;
import com.itextpdf.kernel.pdf.canvas.parser.data.TextRenderInfo;
import com.itextpdf.kernel.pdf.canvas.parser.listener.IEventListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Finds text inside regions and withheld words anywhere, as each engine reads the page. */
final class TextLeaks {

  /** What a word's box may reach into a region by rounding alone, in points. */
  private static final double ROUNDING = 0.5;

  private TextLeaks() {}

  static List<Leak> find(PDDocument pdf, Set<String> tokens, List<Region> regions)
      throws IOException {
    List<Leak> leaks = new ArrayList<>();
    Frame frame = Frame.of(pdf.getPage(0));
    for (PlacedWord word : PageReader.readAll(pdf, 1)) {
      Box box = word.box().shrink(ROUNDING / frame.width(), ROUNDING / frame.height());
      if (regions.stream().anyMatch(region -> region.box().touches(box))) {
        leaks.add(new Leak(Kind.TEXT_IN_REGION, "PDFBox"));
      }
      if (Tokens.in(word.text()).anyMatch(tokens::contains)) {
        leaks.add(new Leak(Kind.WITHHELD_WORD, "PDFBox text"));
      }
    }
    return leaks;
  }

  static List<Leak> find(PdfPage page, Set<String> tokens, List<Region> regions) {
    var letters = new Letters(page, regions);
    new PdfCanvasProcessor(letters).processPageContent(page);
    List<Leak> leaks = new ArrayList<>(letters.leaks);
    if (Tokens.in(letters.text.toString()).anyMatch(tokens::contains)) {
      leaks.add(new Leak(Kind.WITHHELD_WORD, "iText text"));
    }
    return leaks;
  }

  private static final class Letters implements IEventListener {

    private static final double MIDDLE = 0.5;

    private final List<Leak> leaks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Region> regions;
    private final float width;
    private final float height;

    Letters(PdfPage page, List<Region> regions) {
      this.regions = regions;
      this.width = page.getPageSize().getWidth();
      this.height = page.getPageSize().getHeight();
    }

    @Override
    public void eventOccurred(IEventData data, EventType type) {
      if (data instanceof TextRenderInfo run) {
        text.append(run.getText());
        if (run.getActualText() != null) {
          text.append(' ').append(run.getActualText()).append(' ');
        }
        run.getCharacterRenderInfos().forEach(this::check);
      }
    }

    private void check(TextRenderInfo letter) {
      if (letter.getText().isBlank()) {
        return;
      }
      Vector from = letter.getDescentLine().getStartPoint();
      Vector to = letter.getAscentLine().getEndPoint();
      double x = middle(from.get(Vector.I1), to.get(Vector.I1)) / width;
      double y = 1 - middle(from.get(Vector.I2), to.get(Vector.I2)) / height;
      if (regions.stream().anyMatch(region -> region.box().contains(x, y))) {
        leaks.add(new Leak(Kind.TEXT_IN_REGION, "iText"));
      }
    }

    private static double middle(double a, double b) {
      return a + (b - a) * MIDDLE;
    }

    @Override
    public Set<EventType> getSupportedEvents() {
      return Set.of(EventType.RENDER_TEXT);
    }
  }
}
