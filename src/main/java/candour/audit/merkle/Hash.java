package candour.audit.merkle;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value; {@link #leaf} and {@link #node} are the two hashes of RFC 9162 §2.1.1. */
public final class Hash {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  /** The root of a tree without leaves. */
  public static final Hash OF_NOTHING = new Hash(sha256().digest());

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes 32 bytes as they are. */
  public static Hash of(byte[] bytes) {
    NotProven.unless(bytes.length == LENGTH, "a hash has 32 bytes, not " + bytes.length);
    return new Hash(bytes.clone());
  }

  /** Reads the standard Base64 form, as {@link #toString} writes it. */
  public static Hash parse(String base64) {
    return of(Strict.base64(base64));
  }

  /** The hash of an entry: {@code SHA-256(0x00 || entry)}. */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update((byte) 0);
    return new Hash(digest.digest(entry));
  }

  /** The hash of two subtrees side by side: {@code SHA-256(0x01 || left || right)}. */
  public static Hash node(Hash left, Hash right) {
    return node(left.bytes, right.bytes);
  }

  static Hash node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update((byte) 1);
    digest.update(left);
    return new Hash(digest.digest(right));
  }

  /** Writes the node over two hashes that stand side by side. */
  static void node(MessageDigest digest, byte[] hashes, int from, byte[] nodes, int to) {
    digest.update((byte) 1);
    digest.update(hashes, from, 2 * LENGTH);
    try {
      digest.digest(nodes, to, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("there is room for a hash", e);
    }
  }

  /** HMAC-SHA-256 (RFC 2104). */
  static Hash hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return new Hash(mac.doFinal(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  static Hash at(byte[] concatenated, int position) {
    int start = position * LENGTH;
    return new Hash(Arrays.copyOfRange(concatenated, start, start + LENGTH));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The standard Base64 form. */
  @Override
  public String toString() {
    return Strict.base64(bytes);
  }
}
