package candour.audit;

import candour.audit.merkle.Hash;
import candour.audit.merkle.SecondOpinion;

/**
 * The root of a Merkle tree (RFC 9162 §2.1.1) over values as they come: it keeps one hash for each
 * complete subtree, never the values.
 */
public final class RunningRoot {

  private final SecondOpinion values = new SecondOpinion();

  /** Adds the next leaf. */
  public void add(byte[] value) {
    values.add(Hash.leaf(value));
  }

  /** The root over all leaves so far, 32 bytes. */
  public byte[] root() {
    return values.root().bytes();
  }
}
