package candour.records.redaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What is read aloud from a prepared page, in order: visible words, and in place of what is
 * redacted the region's label.
 */
record Reading(List<Part> parts) {

  /** A word or a label, and whether a paragraph opens with it. */
  sealed interface Part {
    boolean opensParagraph();
  }

  record Visible(PlacedWord word) implements Part {
    @Override
    public boolean opensParagraph() {
      return word.opensParagraph();
    }
  }

  record Redacted(Region region, boolean opensParagraph) implements Part {}

  /** Regions without words under them, such as pictures, are read last. */
  static Reading of(List<PlacedWord> words, List<Region> regions, List<PlacedWord> visible) {
    List<Part> parts = new ArrayList<>();
    List<Region> unsaid = new ArrayList<>(regions);
    var kept = Collections.newSetFromMap(new IdentityHashMap<PlacedWord, Boolean>());
    kept.addAll(visible);
    boolean opens = false;
    for (PlacedWord word : words) {
      opens |= word.opensParagraph();
      if (kept.contains(word)) {
        parts.add(new Visible(opens == word.opensParagraph() ? word : opening(word)));
        opens = false;
      }
      for (Region region : List.copyOf(unsaid)) {
        if (region.box().touches(word.box())) {
          parts.add(new Redacted(region, opens));
          unsaid.remove(region);
          opens = false;
        }
      }
    }
    unsaid.forEach(region -> parts.add(new Redacted(region, true)));
    return new Reading(List.copyOf(parts));
  }

  private static PlacedWord opening(PlacedWord w) {
    return new PlacedWord(w.text(), w.box(), w.x(), w.y(), w.angle(), w.size(), w.length(), true);
  }
}
