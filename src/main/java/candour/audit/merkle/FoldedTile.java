package candour.audit.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The hashes of a tile with every complete node over them, so that each is computed once. */
public final class FoldedTile {

  /** The tile itself first, each row over the one before it. */
  private final List<byte[]> rows = new ArrayList<>();

  /** Takes the bytes of a tile. */
  public FoldedTile(byte[] hashes) {
    MessageDigest digest = Hash.sha256();
    byte[] row = hashes;
    while (row.length > 0) {
      rows.add(row);
      row = above(row, digest);
    }
  }

  private static byte[] above(byte[] row, MessageDigest digest) {
    int pair = 2 * Hash.LENGTH;
    byte[] nodes = new byte[row.length / pair * Hash.LENGTH];
    for (int i = 0; i < row.length / pair; i++) {
      Hash.node(digest, row, i * pair, nodes, i * Hash.LENGTH);
    }
    return nodes;
  }

  public byte[] hashes() {
    return rows.getFirst().clone();
  }

  /** The hash at that position of the tile. */
  public Hash hash(int position) {
    return node(0, position);
  }

  /** The node over {@code 1 << height} hashes that start at {@code first}. */
  Hash node(int height, int first) {
    return Hash.at(rows.get(height), first >> height);
  }
}
