package candour.records.redaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a page, for choosing what to redact. Never proof that there is no other text: the
 * picture is.
 */
public final class PageText {

  private static final double SAME_LINE = 0.5;

  private PageText() {}

  /** Lines in reading order; none where the page is only a picture or cannot be read. */
  public static List<TextLine> lines(byte[] file, int page) {
    try (SourcePdf source = SourcePdf.open(file)) {
      return lines(source.words(page));
    } catch (IOException damaged) {
      return List.of();
    }
  }

  static List<TextLine> lines(List<PlacedWord> words) {
    var lines = new ArrayList<TextLine>();
    var line = new ArrayList<PlacedWord>();
    for (PlacedWord word : words) {
      if (!line.isEmpty() && !follows(line.getLast(), word)) {
        lines.add(joined(line));
        line.clear();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(joined(line));
    }
    return lines;
  }

  private static boolean follows(PlacedWord before, PlacedWord word) {
    return Math.abs(before.y() - word.y()) < SAME_LINE * Math.max(1, word.size())
        && word.x() >= before.x();
  }

  private static TextLine joined(List<PlacedWord> words) {
    var box = words.stream().map(PlacedWord::box).reduce(Box::join).orElseThrow();
    var text = String.join(" ", words.stream().map(PlacedWord::text).toList());
    return new TextLine(
        text, clip(box.left()), clip(box.top()), clip(box.right()), clip(box.bottom()));
  }

  private static double clip(double fraction) {
    return Math.clamp(fraction, 0, 1);
  }
}
