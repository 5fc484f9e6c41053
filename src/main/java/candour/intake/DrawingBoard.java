package candour.intake;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * Room for as many drawings at once as there are processors: a large sheet takes about 130 MB while
 * it is drawn. Others wait their turn.
 */
public final class DrawingBoard {

  private static final Semaphore PLACES =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  static {
    // Pictures are decoded in memory: what is sealed elsewhere must not lie open in a cache on
    // disk.
    ImageIO.setUseCache(false);
  }

  private DrawingBoard() {}

  /** Draws when a place is free. The work must not ask for another place. */
  public static <T> T draw(Supplier<T> work) {
    PLACES.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      PLACES.release();
    }
  }
}
