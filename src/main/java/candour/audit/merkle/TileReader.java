package candour.audit.merkle;

import java.util.Map;

/** Where a tree finds the bytes of its tiles. */
@FunctionalInterface
public interface TileReader {

  /**
   * The bytes of a tile: 32 for each hash, or an {@link EntryBundle}.
   *
   * @throws NotProven if there is no such tile
   */
  byte[] read(Tile tile);

  /**
   * A tile of hashes with what is computed from them.
   *
   * @throws NotProven also if it has more hashes than its name says, or fewer
   */
  default FoldedTile folded(Tile tile) {
    byte[] hashes = read(tile);
    NotProven.unless(
        hashes.length == tile.width() * Hash.LENGTH, tile + " has " + hashes.length + " bytes");
    return new FoldedTile(hashes);
  }

  /** Finds tiles in memory. */
  static TileReader of(Map<Tile, byte[]> tiles) {
    return tile -> {
      byte[] bytes = tiles.get(tile);
      if (bytes == null) {
        throw new NotProven("there is no " + tile);
      }
      return bytes;
    };
  }
}
