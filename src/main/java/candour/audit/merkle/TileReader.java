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
