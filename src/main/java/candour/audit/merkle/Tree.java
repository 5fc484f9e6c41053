package candour.audit.merkle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An append-only Merkle tree (RFC 9162 §2.1) of a given size over stored tiles.
 *
 * @param size the number of leaves
 */
public record Tree(long size, TileReader tiles) {

  /** The tree without leaves, from which every other grows. */
  public static final Tree EMPTY = new Tree(0, TileReader.of(Map.of()));

  public Tree {
    NotProven.unless(size >= 0, "a tree cannot have " + size + " leaves");
  }

  /** A tree in memory. */
  public static Tree of(List<byte[]> entries) {
    return EMPTY.append(entries).tree();
  }

  /** Whether this tree has everything that a tile of that name would hold. */
  public boolean covers(Tile tile) {
    int height = Math.max(tile.level(), 0) * Tile.HEIGHT;
    long parts = height < Long.SIZE ? size >> height : 0;
    return tile.index() <= parts / Tile.FULL && tile.width() <= parts - tile.index() * Tile.FULL;
  }

  /** The hash that stands for every leaf and its place. */
  public Hash root() {
    return size == 0 ? Hash.OF_NOTHING : new Subtrees(this).hash(0, size);
  }

  /**
   * Proves that the leaf at {@code index} is in this tree: {@code PATH(m, D_n)} of RFC 9162
   * §2.1.3.1.
   */
  public InclusionProof proveInclusion(long index) {
    NotProven.unless(index >= 0 && index < size, "a tree of " + size + " has no leaf " + index);
    List<Hash> path = new ArrayList<>();
    path(index, 0, size, new Subtrees(this), path);
    return new InclusionProof(index, size, path);
  }

  /** Every tile that such a proof is made of, so that they may be fetched at once. */
  public Set<Tile> tilesFor(long index) {
    Set<Tile> needed = new LinkedHashSet<>();
    for (int level = 0; size >> level * Tile.HEIGHT > 0; level++) {
      long last = (size >> level * Tile.HEIGHT) - 1;
      needed.add(Tile.holding(level, Math.min(index >> level * Tile.HEIGHT, last), size));
      needed.add(Tile.holding(level, last, size));
    }
    return needed;
  }

  private static void path(long index, long from, long to, Subtrees trees, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + Subtrees.split(to - from);
    if (index < middle) {
      path(index, from, middle, trees, path);
      path.add(trees.hash(middle, to));
    } else {
      path(index, middle, to, trees, path);
      path.add(trees.hash(from, middle));
    }
  }

  /**
   * Proves that the first {@code olderSize} leaves are those of the tree as it was then: {@code
   * PROOF(m, D_n)} of RFC 9162 §2.1.4.1.
   */
  public ConsistencyProof proveConsistency(long olderSize) {
    NotProven.unless(
        olderSize > 0 && olderSize <= size, "a tree of " + size + " never had " + olderSize);
    List<Hash> path = new ArrayList<>();
    subproof(olderSize, 0, size, true, new Subtrees(this), path);
    return new ConsistencyProof(olderSize, size, path);
  }

  private static void subproof(
      long older, long from, long to, boolean rootKnown, Subtrees trees, List<Hash> path) {
    if (older == to) {
      if (!rootKnown) {
        path.add(trees.hash(from, to));
      }
      return;
    }
    long middle = from + Subtrees.split(to - from);
    if (older <= middle) {
      subproof(older, from, middle, rootKnown, trees, path);
      path.add(trees.hash(middle, to));
    } else {
      subproof(older, middle, to, false, trees, path);
      path.add(trees.hash(from, middle));
    }
  }

  /** The tree with more entries at its right edge, and the tiles that must be stored for it. */
  public Growth append(List<byte[]> entries) {
    Map<Tile, byte[]> written = Appender.tiles(this, entries);
    TileReader both =
        tile -> {
          byte[] fresh = written.get(tile);
          return fresh == null ? tiles.read(tile) : fresh;
        };
    return new Growth(new Tree(size + entries.size(), both), written);
  }
}
