package candour.audit.merkle;

import java.security.SecureRandom;
import java.util.Arrays;

/** 32 random bytes that nobody can guess, so that a commitment says nothing without them. */
public final class Salt {

  private static final int LENGTH = 32;

  /** The length of {@link #toString}. */
  static final int TEXT_LENGTH = 44;

  /** Of SHA-256, in bytes (RFC 2104). */
  private static final int BLOCK = 64;

  private final byte[] bytes;
  private final String text;

  private Salt(byte[] bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  public static Salt fresh(SecureRandom random) {
    var bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new Salt(bytes, Strict.base64(bytes));
  }

  static Salt parse(String base64) {
    var bytes = Strict.base64(base64);
    NotProven.unless(bytes.length == LENGTH, "a salt has 32 bytes");
    return new Salt(bytes, base64);
  }

  /** {@code HMAC-SHA256(salt, message)}. */
  Hash commit(byte[] message) {
    return Hash.hmac(bytes, message);
  }

  /**
   * What stands before the message, for whoever works out the commitment where the end of the
   * message is: {@code SHA-256(outer || SHA-256(inner || message))} (RFC 2104).
   */
  public byte[] inner() {
    return block(0x36);
  }

  /** What stands before the hash of {@link #inner} and the message. */
  public byte[] outer() {
    return block(0x5c);
  }

  private byte[] block(int pad) {
    var block = Arrays.copyOf(bytes, BLOCK);
    for (var i = 0; i < BLOCK; i++) {
      block[i] ^= (byte) pad;
    }
    return block;
  }

  /** The standard Base64 form. */
  @Override
  public String toString() {
    return text;
  }
}
