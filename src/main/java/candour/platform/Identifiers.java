package candour.platform;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/** New identifiers, made here so that any supported PostgreSQL will do. */
public final class Identifiers {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Identifiers() {}

  /** A time-ordered identifier (UUIDv7, RFC 9562 §5.7), for rows that are never guessed at. */
  public static UUID next() {
    var time = System.currentTimeMillis();
    var high = (time << 16) | 0x7000 | RANDOM.nextInt(0x1000);
    var low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** 128 random bits, for what stands in a URL. */
  public static UUID unguessable() {
    return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
  }

  /** Random bytes for tokens and salts. */
  public static byte[] randomBytes(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Random letters and digits that are not mistaken for each other (Crockford's base 32). */
  public static String randomCode(int length) {
    var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    return RANDOM
        .ints(length, 0, alphabet.length())
        .collect(StringBuilder::new, (s, i) -> s.append(alphabet.charAt(i)), StringBuilder::append)
        .toString();
  }

  /**
   * The code that somebody means who types one of these: capitals, blanks, hyphens and the letters
   * taken for digits do not matter.
   */
  public static String typedCode(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
