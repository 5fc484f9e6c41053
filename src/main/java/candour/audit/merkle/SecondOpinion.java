package candour.audit.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Computes a root a second way: from the entries alone, one after the other, without tiles.
 *
 * <p>In 2022 one flipped bit in one stored leaf hash ended the CT log Yeti. So nothing is signed
 * before the entries themselves and the stored tiles, read by two code paths, give the same root.
 */
public final class SecondOpinion {

  /**
   * The roots of complete subtrees, largest first; their sizes are the binary digits of {@link
   * #size}.
   */
  private final Deque<Hash> peaks = new ArrayDeque<>();

  private long size;

  /**
   * Reads every entry of the tree and compares each with its leaf hash, and the whole with the
   * root.
   *
   * @return the root on which both ways agree
   * @throws NotProven naming the first entry or tile that differs
   */
  public static Hash confirm(Tree tree) {
    return confirm(tree, 0, Hash.OF_NOTHING);
  }

  /**
   * Goes on from a root that is known to be right, so that the time it takes depends on what came
   * since: what the stored tiles fold to must be that root, and every later entry is read as in
   * {@link #confirm(Tree)}.
   *
   * @param size of the tree that had the known root
   * @throws NotProven also if this tree does not extend that one
   */
  public static Hash confirm(Tree tree, long size, Hash known) {
    SecondOpinion opinion = new SecondOpinion();
    opinion.resume(new Tree(size, tree.tiles()));
    NotProven.unless(
        opinion.root().equals(known), "the first " + size + " entries are not those once signed");
    while (opinion.size < tree.size()) {
      opinion.addBundle(tree);
    }
    Hash root = tree.root();
    NotProven.unless(opinion.root().equals(root), "the entries and the tiles give two roots");
    return root;
  }

  private void resume(Tree older) {
    Subtrees subtrees = new Subtrees(older);
    while (size < older.size()) {
      long width = Long.highestOneBit(older.size() - size);
      peaks.addLast(subtrees.hash(size, size + width));
      size += width;
    }
  }

  private void addBundle(Tree tree) {
    Tile bundle = Tile.holding(Tile.ENTRIES, size, tree.size());
    Tile leaves = Tile.holding(0, size, tree.size());
    List<byte[]> entries = EntryBundle.entries(bundle, tree.tiles().read(bundle));
    byte[] stored = tree.tiles().read(leaves);
    NotProven.unless(
        stored.length == leaves.width() * Hash.LENGTH, leaves + " has " + stored.length + " bytes");
    for (int i = (int) (size % Tile.FULL); i < entries.size(); i++) {
      Hash leaf = Hash.leaf(entries.get(i));
      NotProven.unless(
          leaf.equals(Hash.at(stored, i)), "entry " + size + " is not the one hashed in " + leaves);
      add(leaf);
    }
  }

  /** Takes the hash of the next entry. */
  public void add(Hash leaf) {
    Hash merged = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      merged = Hash.node(peaks.removeLast(), merged);
    }
    peaks.addLast(merged);
    size++;
  }

  /** The root over all that were taken. */
  public Hash root() {
    return peaks.reversed().stream()
        .reduce((right, left) -> Hash.node(left, right))
        .orElse(Hash.OF_NOTHING);
  }
}
