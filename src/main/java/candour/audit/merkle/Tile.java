package candour.audit.merkle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a stored tile: up to 256 consecutive hashes of one level, or the entries under such a
 * run of leaves.
 *
 * <p>Source: <a href="https://c2sp.org/tlog-tiles">c2sp.org/tlog-tiles</a>.
 *
 * @param level 0 for leaf hashes, 1 for the roots of full tiles of level 0, and so on; {@link
 *     #ENTRIES} for entry bundles
 * @param index counts from the left, starting at 0
 * @param width 1 to 256; less than 256 marks a partial tile at the right edge
 */
public record Tile(int level, long index, int width) {

  /** The level of entry bundles. */
  public static final int ENTRIES = -1;

  /** How many hashes or entries a full tile holds. */
  public static final int FULL = 256;

  /** A full tile is a subtree of this height. */
  static final int HEIGHT = 8;

  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    NotProven.unless(level >= ENTRIES && level <= 63, "no such tile level: " + level);
    NotProven.unless(index >= 0, "no such tile index: " + index);
    NotProven.unless(width >= 1 && width <= FULL, "no such tile width: " + width);
  }

  /**
   * The tile that holds hash {@code position} of {@code level} in a tree of {@code size} leaves.
   */
  public static Tile holding(int level, long position, long size) {
    long hashes = level <= 0 ? size : size >> (HEIGHT * level);
    NotProven.unless(position < hashes, "the tree has no such hash");
    long index = position / FULL;
    return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
  }

  /** Reads a path as {@link #path} writes it; every other spelling is refused. */
  public static Tile parse(String path) {
    Matcher parts = PATH.matcher(path);
    NotProven.unless(parts.matches(), "not the path of a tile: " + path);
    String level = parts.group(1);
    Tile tile =
        new Tile(
            level.equals("entries") ? ENTRIES : Integer.parseInt(level),
            Long.parseLong(parts.group(2).replaceAll("[x/]", "")),
            parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3)));
    NotProven.unless(tile.path().equals(path), "not the path of a tile: " + path);
    return tile;
  }

  public boolean full() {
    return width == FULL;
  }

  /** Where the tile is served, such as {@code tile/0/x001/067.p/12}. */
  public String path() {
    String number = "%03d".formatted(index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number = "x%03d/".formatted(rest % 1000) + number;
    }
    String name = level == ENTRIES ? "entries" : Integer.toString(level);
    return "tile/" + name + "/" + number + (full() ? "" : ".p/" + width);
  }

  @Override
  public String toString() {
    return path();
  }
}
