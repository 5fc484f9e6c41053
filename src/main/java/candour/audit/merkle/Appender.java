package candour.audit.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out which tiles come into being when entries are added: bundles first, then level by level
 * upwards.
 */
final class Appender {

  private final Tree tree;
  private final Map<Tile, byte[]> written = new LinkedHashMap<>();

  private Appender(Tree tree) {
    this.tree = tree;
  }

  static Map<Tile, byte[]> tiles(Tree tree, List<byte[]> entries) {
    Appender appender = new Appender(tree);
    appender.fill(Tile.ENTRIES, tree.size(), entries);
    List<byte[]> hashes = entries.stream().map(entry -> Hash.leaf(entry).bytes()).toList();
    long position = tree.size();
    for (int level = 0; !hashes.isEmpty(); level++) {
      hashes = appender.fill(level, position, hashes);
      position >>= Tile.HEIGHT;
    }
    return Collections.unmodifiableMap(appender.written);
  }

  /**
   * Writes {@code parts} from {@code position} on, and returns the roots of the hash tiles that
   * this filled.
   */
  private List<byte[]> fill(int level, long position, List<byte[]> parts) {
    List<byte[]> roots = new ArrayList<>();
    ByteArrayOutputStream tile = begun(level, position);
    for (int i = 0; i < parts.size(); i++) {
      write(level, parts.get(i), tile);
      long end = position + i + 1;
      if (end % Tile.FULL == 0) {
        byte[] full = tile.toByteArray();
        written.put(new Tile(level, end / Tile.FULL - 1, Tile.FULL), full);
        tile.reset();
        if (level != Tile.ENTRIES) {
          roots.add(new FoldedTile(full).node(Tile.HEIGHT, 0).bytes());
        }
      }
    }
    if (tile.size() > 0 && !parts.isEmpty()) {
      long end = position + parts.size();
      written.put(new Tile(level, end / Tile.FULL, (int) (end % Tile.FULL)), tile.toByteArray());
    }
    return roots;
  }

  private ByteArrayOutputStream begun(int level, long position) {
    ByteArrayOutputStream tile = new ByteArrayOutputStream();
    int width = (int) (position % Tile.FULL);
    if (width > 0) {
      tile.writeBytes(tree.tiles().read(new Tile(level, position / Tile.FULL, width)));
    }
    return tile;
  }

  private static void write(int level, byte[] part, ByteArrayOutputStream tile) {
    if (level == Tile.ENTRIES) {
      EntryBundle.write(part, tile);
    } else {
      tile.writeBytes(part);
    }
  }
}
