package candour.audit.merkle;

import java.util.HashMap;
import java.util.Map;

/** The hashes of runs of leaves, computed from stored tiles; reads each tile once. */
final class Subtrees {

  private final long size;
  private final TileReader reader;
  private final Map<Tile, FoldedTile> tiles = new HashMap<>();

  Subtrees(Tree tree) {
    this.size = tree.size();
    this.reader = tree.tiles();
  }

  /**
   * {@code MTH(D[from:to])} of RFC 9162 §2.1.1, where {@code from} is where a subtree can start.
   */
  Hash hash(long from, long to) {
    long width = to - from;
    if (Long.bitCount(width) == 1) {
      return complete(Long.numberOfTrailingZeros(width), from);
    }
    long middle = from + split(width);
    return Hash.node(hash(from, middle), hash(middle, to));
  }

  /** The largest power of two smaller than {@code width}. */
  static long split(long width) {
    return Long.highestOneBit(width - 1);
  }

  private Hash complete(int height, long from) {
    int level = height / Tile.HEIGHT;
    long position = from >> (level * Tile.HEIGHT);
    FoldedTile tile = tiles.computeIfAbsent(Tile.holding(level, position, size), reader::folded);
    return tile.node(height % Tile.HEIGHT, (int) (position % Tile.FULL));
  }
}
