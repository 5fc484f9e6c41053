package candour.records.redaction;

import candour.intake.DrawingBoard;
import candour.records.redaction.PageImage.Why;
import candour.records.redaction.Preparation.Leaking;
import candour.records.redaction.Preparation.NotDrawn;
import candour.records.redaction.Preparation.Prepared;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Rebuilds a page for release. The page is drawn, the regions are painted over in the picture, and
 * a new file is made of the picture and the words that can still be seen; nothing else of the
 * original is carried over. The result is scanned before it is handed out.
 */
public final class PreparedPages {

  private static final int DPI = 200;

  private PreparedPages() {}

  /**
   * Rebuilds a page of a PDF without what the regions cover.
   *
   * @param page counted from 1
   */
  public static Preparation prepare(
      byte[] file, int page, List<Region> regions, PageLabels labels) {
    return DrawingBoard.draw(() -> open(file, page, regions, labels));
  }

  private static Preparation open(byte[] file, int page, List<Region> regions, PageLabels labels) {
    try (SourcePdf source = SourcePdf.open(file)) {
      return prepare(source, page, regions, labels);
    } catch (IOException damaged) {
      return new NotDrawn(Why.DAMAGED);
    }
  }

  /**
   * Rebuilds a page of a PDF that is open already.
   *
   * @param page counted from 1
   */
  public static Preparation prepare(
      SourcePdf source, int page, List<Region> regions, PageLabels labels) {
    try {
      Drawing drawing = source.draw(page, DPI);
      return rebuild(source, page, drawing, regions, labels);
    } catch (NotDrawable reason) {
      return new NotDrawn(reason.why());
    }
  }

  private static Preparation rebuild(
      SourcePdf source, int page, Drawing drawing, List<Region> regions, PageLabels labels) {
    var bitmap = new Bitmap(drawing.image());
    List<PlacedWord> words = source.words(page);
    List<Point2D.Double> unseen =
        drawing.lettering().unseen().stream().map(p -> source.fraction(page, p)).toList();
    regions.forEach(region -> bitmap.black(region.box()));

    List<PlacedWord> visible =
        words.stream()
            .filter(word -> isClear(word, regions))
            .filter(word -> unseen.stream().noneMatch(p -> word.box().contains(p.x, p.y)))
            .filter(word -> bitmap.hasContrast(word.box()))
            .toList();
    Reading reading = Reading.of(words, regions, visible);
    byte[] pdf = PageWriter.write(bitmap.encode(), source.frame(page), reading, labels);

    List<Leak> leaks = LeakScan.scan(pdf, withheld(words, regions, visible), regions);
    return leaks.isEmpty()
        ? new Prepared(new PreparedPage(pdf, visible.stream().map(PlacedWord::text).toList()))
        : new Leaking(leaks);
  }

  private static boolean isClear(PlacedWord word, List<Region> regions) {
    return regions.stream().noneMatch(region -> region.box().touches(word.box()));
  }

  /** The words that stood under a region and can be seen nowhere else on the page. */
  private static Set<String> withheld(
      List<PlacedWord> words, List<Region> regions, List<PlacedWord> visible) {
    Set<String> withheld =
        Tokens.in(words.stream().filter(w -> !isClear(w, regions)).map(PlacedWord::text));
    withheld.removeAll(Tokens.in(visible.stream().map(PlacedWord::text)));
    withheld.removeAll(Tokens.in(regions.stream().map(Region::label)));
    return withheld;
  }
}
