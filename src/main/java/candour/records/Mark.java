package candour.records;

import candour.platform.Refusal;
import candour.records.redaction.Region;

/** One redaction on a page and its ground. */
public record Mark(Place place, Ground ground) {

  /** As it stands in a form between two clicks. */
  static Mark parse(String text) {
    var ground = text.lastIndexOf(';');
    if (ground < 0) {
      throw new Refusal("mark-outside-page");
    }
    return new Mark(
        Place.parse(text.substring(0, ground)), Ground.parse(text.substring(ground + 1)));
  }

  String text() {
    return place.text() + ';' + ground.choice();
  }

  Region region(String label) {
    return new Region(place.left(), place.top(), place.right(), place.bottom(), label);
  }
}
