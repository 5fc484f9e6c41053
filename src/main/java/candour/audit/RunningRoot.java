package candour.audit;

import candour.audit.merkle.Hash;
import java.util.ArrayDeque;

/**
 * The root of a Merkle tree (RFC 9162 §2.1.1) over values as they come: it keeps one hash for each
 * complete subtree, never the values.
 */
public final class RunningRoot {

  private final ArrayDeque<Hash> subtrees = new ArrayDeque<>();
  private long size;

  /** Adds the next leaf. */
  public void add(byte[] value) {
    var hash = Hash.leaf(value);
    for (var complete = size; (complete & 1) == 1; complete >>= 1) {
      hash = Hash.node(subtrees.removeLast(), hash);
    }
    subtrees.addLast(hash);
    size++;
  }

  /** The root over all leaves so far, 32 bytes. */
  public byte[] root() {
    if (subtrees.isEmpty()) {
      return Hash.OF_NOTHING.bytes();
    }
    var leftward = subtrees.descendingIterator();
    var root = leftward.next();
    while (leftward.hasNext()) {
      root = Hash.node(leftward.next(), root);
    }
    return root.bytes();
  }
}
