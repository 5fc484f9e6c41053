package candour.audit.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of one tile, each behind its length as a big-endian uint16 (c2sp.org/tlog-tiles). */
public final class EntryBundle {

  /** The longest entry the format can hold, in bytes. */
  static final int LONGEST = 0xFFFF;

  private EntryBundle() {}

  static void write(byte[] entry, ByteArrayOutputStream out) {
    if (entry.length > LONGEST) {
      throw new IllegalArgumentException("an entry has at most 65,535 bytes, not " + entry.length);
    }
    out.write(entry.length >> 8);
    out.write(entry.length);
    out.writeBytes(entry);
  }

  /** The bundle that holds these entries, none of which may be longer than 65,535 bytes. */
  public static byte[] of(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    entries.forEach(entry -> write(entry, bundle));
    return bundle.toByteArray();
  }

  /**
   * The entries of a bundle.
   *
   * @throws NotProven if the bundle does not hold exactly as many entries as the tile is wide
   */
  public static List<byte[]> entries(Tile tile, byte[] bundle) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bundle.length) {
      NotProven.unless(at + 2 <= bundle.length, tile + " ends within a length");
      int length = ((bundle[at] & 0xFF) << 8) | (bundle[at + 1] & 0xFF);
      int end = at + 2 + length;
      NotProven.unless(end <= bundle.length, tile + " ends within entry " + entries.size());
      entries.add(Arrays.copyOfRange(bundle, at + 2, end));
      at = end;
    }
    NotProven.unless(
        entries.size() == tile.width(), tile + " holds " + entries.size() + " entries");
    return entries;
  }
}
