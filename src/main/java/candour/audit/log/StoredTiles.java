package candour.audit.log;

import candour.audit.merkle.EntryBundle;
import candour.audit.merkle.Hash;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.Tile;
import candour.audit.merkle.TileReader;
import java.util.Collection;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tiles in the database; a narrower tile than the stored one is its beginning. */
final class StoredTiles implements TileReader {

  private final JdbcClient jdbc;
  private final String entries;

  private StoredTiles(JdbcClient jdbc, String entries) {
    this.jdbc = jdbc;
    this.entries = entries;
  }

  /** With the entries as they were given their places, which is what is published. */
  static StoredTiles asPlaced(JdbcClient jdbc) {
    return new StoredTiles(
        jdbc,
        """
        select leaf from audit.leaf where leaf_index >= :from and leaf_index < :to order by leaf_index
        """);
  }

  /** With the entries as they were written with their facts, which is what must be published. */
  static StoredTiles asWritten(JdbcClient jdbc) {
    return new StoredTiles(
        jdbc,
        """
        select e.leaf from audit.leaf l join audit.entry e using (entry_id)
        where l.leaf_index >= :from and l.leaf_index < :to order by l.leaf_index
        """);
  }

  @Override
  public byte[] read(Tile tile) {
    return tile.level() == Tile.ENTRIES ? bundle(tile) : hashes(tile);
  }

  private byte[] hashes(Tile tile) {
    return jdbc.sql(
            """
            select substring(hashes from 1 for :bytes) from audit.tile
            where level = :level and tile_index = :index and width >= :width order by width limit 1
            """)
        .param("bytes", tile.width() * Hash.LENGTH)
        .param("level", tile.level())
        .param("index", tile.index())
        .param("width", tile.width())
        .query((row, _) -> row.getBytes(1))
        .optional()
        .orElseThrow(() -> new NotProven("there is no " + tile));
  }

  /** These tiles, read in one statement. */
  TileReader fetched(Collection<Tile> tiles) {
    var found = new HashMap<Tile, byte[]>();
    jdbc.sql(
            """
            select asked.level, asked.index, asked.width, stored.hashes
            from unnest(cast(:levels as integer[]), cast(:indexes as bigint[]), cast(:widths as integer[]))
              as asked (level, index, width)
            cross join lateral (
              select substring(t.hashes from 1 for asked.width * :bytes) as hashes from audit.tile t
              where t.level = asked.level and t.tile_index = asked.index and t.width >= asked.width
              order by t.width limit 1) stored
            """)
        .param("levels", tiles.stream().map(Tile::level).toArray(Integer[]::new))
        .param("indexes", tiles.stream().map(Tile::index).toArray(Long[]::new))
        .param("widths", tiles.stream().map(Tile::width).toArray(Integer[]::new))
        .param("bytes", Hash.LENGTH)
        .query(row -> {
          found.put(
              new Tile(row.getInt("level"), row.getLong("index"), row.getInt("width")),
              row.getBytes("hashes"));
        });
    return TileReader.of(found);
  }

  private byte[] bundle(Tile tile) {
    var from = tile.index() * Tile.FULL;
    var leaves =
        jdbc.sql(entries)
            .param("from", from)
            .param("to", from + tile.width())
            .query((row, _) -> row.getBytes(1))
            .list();
    if (leaves.size() != tile.width()) {
      throw new NotProven(tile + " has " + leaves.size() + " entries");
    }
    return EntryBundle.of(leaves);
  }
}
