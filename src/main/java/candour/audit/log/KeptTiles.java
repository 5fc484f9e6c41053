package candour.audit.log;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.FoldedTile;
import candour.audit.merkle.Hash;
import candour.audit.merkle.InclusionProof;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.Tile;
import candour.audit.merkle.TileReader;
import candour.audit.merkle.Tree;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tiles that many proofs go through, folded: those above the leaves' own and those at the right
 * edge, as far as they were used lately. A tile is kept once a proof made of it led to the signed
 * root, so that nothing is kept that could ever become another.
 */
final class KeptTiles {

  /** Each of at most 16 kB; a log of ten million entries has 155 such tiles. */
  private static final int MOST = 512;

  private final Map<Tile, FoldedTile> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Tile, FoldedTile> eldest) {
              return size() > MOST;
            }
          });

  /**
   * Proves that the entry at that place is under that root; what is not kept is read in one
   * statement.
   *
   * @throws NotProven if the stored tiles do not lead to the root
   */
  InclusionProof prove(long index, Checkpoint signed, StoredTiles stored) {
    var size = signed.size();
    var tiles = find(new Tree(size, stored).tilesFor(index), stored);
    var proof = new Tree(size, tiles).proveInclusion(index);
    proof.check(tiles.leaf(index, size), signed.root());
    tiles
        .found()
        .forEach((tile, folded) -> {
          if (tile.level() > 0 || !tile.full()) {
            kept.put(tile, folded);
          }
        });
    return proof;
  }

  private Found find(Set<Tile> needed, StoredTiles stored) {
    Map<Tile, FoldedTile> found = new HashMap<>();
    for (var tile : needed) {
      var folded = kept.get(tile);
      if (folded != null) {
        found.put(tile, folded);
      }
    }
    var missing =
        needed.stream().filter(tile -> !found.containsKey(tile)).collect(Collectors.toSet());
    var read = stored.fetched(missing);
    missing.forEach(tile -> found.put(tile, read.folded(tile)));
    return new Found(found);
  }

  /** Every tile that one proof is made of. */
  private record Found(Map<Tile, FoldedTile> found) implements TileReader {

    @Override
    public byte[] read(Tile tile) {
      return folded(tile).hashes();
    }

    @Override
    public FoldedTile folded(Tile tile) {
      return Objects.requireNonNull(found.get(tile), () -> "a proof needs no " + tile);
    }

    private Hash leaf(long index, long size) {
      return folded(Tile.holding(0, index, size)).hash((int) (index % Tile.FULL));
    }
  }
}
