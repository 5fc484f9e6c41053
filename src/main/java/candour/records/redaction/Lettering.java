package candour.records.redaction;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Which letters of a page can be seen. A letter is lost when something opaque is painted over it
 * later, as in a redaction that only drew a box; an invisible letter counts only over a picture,
 * where it is the recognised text of a scan.
 */
final class Lettering {

  private static final double SAME_PLACE = 0.6;

  private final List<Point2D.Double> painted = new ArrayList<>();
  private final List<Point2D.Double> lost = new ArrayList<>();
  private final List<Point2D.Double> invisible = new ArrayList<>();
  private final List<Path2D> pictures = new ArrayList<>();

  void paint(Point2D.Double centre) {
    lost.removeIf(p -> p.distance(centre) < SAME_PLACE);
    painted.add(centre);
  }

  void placeInvisibly(Point2D.Double centre) {
    invisible.add(centre);
  }

  void addPicture(Path2D outline) {
    pictures.add(outline);
  }

  void cover(Shape cover, Shape clip) {
    Rectangle2D bounds = cover.getBounds2D();
    painted.removeIf(p -> {
      boolean covered = bounds.contains(p) && cover.contains(p) && clip.contains(p);
      return covered && lost.add(p);
    });
  }

  /** The centres of all letters that cannot be seen, in points of the page's own space. */
  List<Point2D.Double> unseen() {
    List<Point2D.Double> unseen = new ArrayList<>(lost);
    invisible.stream()
        .filter(p -> pictures.stream().noneMatch(picture -> picture.contains(p)))
        .forEach(unseen::add);
    return unseen;
  }
}
