package candour.audit.log;

import static candour.audit.log.Inspection.unless;

import candour.audit.merkle.Hash;
import candour.audit.merkle.Tile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out every tile from the entries, and compares it with the stored one, of every width. */
final class TileCheck {

  private record Stored(int width, byte[] hashes) {

    Hash hash(int position) {
      var start = position * Hash.LENGTH;
      return Hash.of(Arrays.copyOfRange(hashes, start, start + Hash.LENGTH));
    }
  }

  private final JdbcClient jdbc;
  private final Set<Long> checkpoints;
  private final List<List<Hash>> edges = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private List<Stored> leafTiles = List.of();
  private long seen;

  /**
   * @param checkpoints the sizes of the tree at which roots were written down
   */
  TileCheck(JdbcClient jdbc, Set<Long> checkpoints) {
    this.jdbc = jdbc;
    this.checkpoints = checkpoints;
  }

  /** Takes the hash of the next entry, and names it if it is not the one in every tile of it. */
  void add(long index, Hash leaf) {
    var position = (int) (index % Tile.FULL);
    if (position == 0) {
      leafTiles = stored(0, index / Tile.FULL);
    }
    for (var tile : leafTiles) {
      unless(
          tile.width() <= position || leaf.equals(tile.hash(position)),
          "entry %d is not the one hashed in %s"
              .formatted(index, new Tile(0, index / Tile.FULL, tile.width())));
    }
    add(0, index, leaf);
  }

  private void add(int level, long position, Hash hash) {
    if (level == edges.size()) {
      edges.add(new ArrayList<>());
      positions.add(0L);
    }
    var edge = edges.get(level);
    edge.add(hash);
    positions.set(level, position);
    if (edge.size() == Tile.FULL) {
      compare(level, position / Tile.FULL, edge);
      add(level + 1, position / Tile.FULL, fold(edge));
      edge.clear();
    }
  }

  private static Hash fold(List<Hash> hashes) {
    var row = hashes;
    while (row.size() > 1) {
      List<Hash> above = new ArrayList<>();
      for (var i = 0; i < row.size(); i += 2) {
        above.add(Hash.node(row.get(i), row.get(i + 1)));
      }
      row = above;
    }
    return row.getFirst();
  }

  /** Looks at the right edge, and that nothing is stored beyond it. */
  void finish(long size) {
    for (var level = 0; level < edges.size(); level++) {
      if (!edges.get(level).isEmpty()) {
        compare(level, positions.get(level) / Tile.FULL, edges.get(level));
      }
    }
    var stored = jdbc.sql("select count(*) from audit.tile").query(Long.class).single();
    unless(
        stored == seen,
        "%d tiles are stored that no tree of %d entries has".formatted(stored - seen, size));
  }

  private void compare(int level, long index, List<Hash> hashes) {
    var expected = new ByteArrayOutputStream();
    hashes.forEach(hash -> expected.writeBytes(hash.bytes()));
    var stored = level == 0 ? leafTiles : stored(level, index);
    var name = new Tile(level, index, hashes.size());
    unless(!stored.isEmpty() && stored.getLast().width() == hashes.size(), name + " is missing");
    for (var tile : stored) {
      compare(new Tile(level, index, tile.width()), expected.toByteArray(), tile.hashes());
    }
    seen += stored.size();
  }

  private void compare(Tile tile, byte[] expected, byte[] stored) {
    unless(
        Arrays.equals(stored, Arrays.copyOf(expected, stored.length)),
        tile + " is not what the tiles below it give");
    var size = tile.index() * Tile.FULL + tile.width();
    unless(
        tile.level() != 0 || tile.full() || checkpoints.contains(size),
        "the checkpoint of " + size + " entries is missing");
  }

  private List<Stored> stored(int level, long index) {
    return jdbc.sql(
            """
            select width, hashes from audit.tile where level = :level and tile_index = :index order by width
            """)
        .param("level", level)
        .param("index", index)
        .query((row, _) -> new Stored(row.getInt("width"), row.getBytes("hashes")))
        .list();
  }
}
