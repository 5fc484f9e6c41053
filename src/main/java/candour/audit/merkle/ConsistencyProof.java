package candour.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Evidence that a tree only grew: all leaves of the older one are in the newer one, unchanged and
 * in place (RFC 9162 §2.1.4).
 */
public record ConsistencyProof(long olderSize, long newerSize, List<Hash> path) {

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Follows RFC 9162 §2.1.4.2. About a tree without leaves there is nothing to prove, so that is
   * refused.
   *
   * @throws NotProven unless this proof shows that the tree of {@code newerRoot} extends that of
   *     {@code olderRoot}
   */
  public void check(Hash olderRoot, Hash newerRoot) {
    NotProven.unless(olderSize > 0 && olderSize <= newerSize, "the tree has shrunk");
    if (olderSize == newerSize) {
      NotProven.unless(path.isEmpty(), "the consistency proof is too long");
      NotProven.unless(olderRoot.equals(newerRoot), "trees of one size have two roots");
      return;
    }
    List<Hash> hashes = new ArrayList<>(path);
    if (Long.bitCount(olderSize) == 1) {
      hashes.addFirst(olderRoot);
    }
    NotProven.unless(!hashes.isEmpty(), "the consistency proof is too short");
    climb(hashes, olderRoot, newerRoot);
  }

  private void climb(List<Hash> hashes, Hash olderRoot, Hash newerRoot) {
    int whole = Long.numberOfTrailingZeros(olderSize);
    long place = (olderSize - 1) >> whole;
    long last = (newerSize - 1) >> whole;
    Hash older = hashes.getFirst();
    Hash newer = older;
    for (Hash sibling : hashes.subList(1, hashes.size())) {
      NotProven.unless(last != 0, "the consistency proof is too long");
      if ((place & 1) == 1 || place == last) {
        older = Hash.node(sibling, older);
        newer = Hash.node(sibling, newer);
        int climbed = Long.numberOfTrailingZeros(place);
        place >>= climbed;
        last >>= climbed;
      } else {
        newer = Hash.node(newer, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    NotProven.unless(last == 0, "the consistency proof is too short");
    NotProven.unless(older.equals(olderRoot), "the older root is not part of the newer tree");
    NotProven.unless(newer.equals(newerRoot), "the consistency proof leads to another root");
  }
}
