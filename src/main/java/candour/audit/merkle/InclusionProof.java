package candour.audit.merkle;

import java.util.List;

/**
 * Evidence that a leaf has its place in a tree (RFC 9162 §2.1.3).
 *
 * @param index the leaf's place, from 0
 * @param size the number of leaves of the tree
 * @param path the hashes to meet on the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Follows RFC 9162 §2.1.3.2.
   *
   * @throws NotProven unless this proof shows {@code leaf} to be under {@code root}
   */
  public void check(Hash leaf, Hash root) {
    NotProven.unless(index >= 0 && index < size, "leaf " + index + " is outside the tree");
    long place = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      NotProven.unless(last != 0, "the inclusion proof is too long");
      if ((place & 1) == 1 || place == last) {
        hash = Hash.node(sibling, hash);
        int climbed = Long.numberOfTrailingZeros(place);
        place >>= climbed;
        last >>= climbed;
      } else {
        hash = Hash.node(hash, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    NotProven.unless(last == 0, "the inclusion proof is too short");
    NotProven.unless(hash.equals(root), "the inclusion proof leads to another root");
  }
}
