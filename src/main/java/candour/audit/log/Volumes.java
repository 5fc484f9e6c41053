package candour.audit.log;

import candour.audit.merkle.Tile;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How the log is cut into volumes, each of which never changes once it is full: the entries that
 * one full tile of some level stands for, and every full tile over nothing else.
 *
 * @param level of that tile
 */
record Volumes(int level) {

  private static final int HEIGHT = Integer.numberOfTrailingZeros(Tile.FULL);

  /** Those of 65,536 entries. */
  static final Volumes OF_65_536 = new Volumes(1);

  /** How many entries a volume has. */
  long entries() {
    return 1L << HEIGHT * (level + 1);
  }

  /** How many tiles of a level so many volumes hold. */
  long tiles(int of, long volumes) {
    return of > level ? 0 : volumes << HEIGHT * (level - Math.max(of, 0));
  }

  /** The tiles of that volume, level by level. */
  Stream<Tile> in(long volume) {
    return IntStream.rangeClosed(Tile.ENTRIES, level)
        .boxed()
        .flatMap(of ->
            LongStream.range(tiles(of, volume), tiles(of, volume + 1))
                .mapToObj(index -> new Tile(of, index, Tile.FULL)));
  }
}
