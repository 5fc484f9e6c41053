package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 public key with its name, by which anyone can check a signed note; its text form, the
 * <i>vkey</i>, is {@code name+id+key} (c2sp.org/signed-note).
 *
 * @param name not empty, without spaces and plus signs
 * @param raw the 32 bytes of RFC 8032, in Base64
 */
public record VerifierKey(String name, String raw) {

  static final Algorithm ALGORITHM = Algorithm.ED25519;

  /** The signature type of c2sp.org/signed-note. */
  private static final byte TYPE = 1;

  public VerifierKey {
    NotProven.unless(validName(name), "not the name of a key: " + name);
    NotProven.unless(Strict.base64(raw).length == 32, "an Ed25519 key has 32 bytes");
  }

  static boolean validName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                c -> c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  static VerifierKey of(String name, PublicKey key) {
    return new VerifierKey(name, Strict.base64(ALGORITHM.raw(key)));
  }

  /** Reads a vkey; one whose id does not follow from its name and key is refused. */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    NotProven.unless(parts.length == 3, "a vkey is name+id+key");
    byte[] typed = Strict.base64(parts[2]);
    NotProven.unless(typed.length == 33 && typed[0] == TYPE, "not an Ed25519 vkey");
    VerifierKey key = new VerifierKey(parts[0], Strict.base64(Arrays.copyOfRange(typed, 1, 33)));
    NotProven.unless(key.vkey().equals(vkey), "the id of the vkey is not that of its key");
    return key;
  }

  public String vkey() {
    return vkey(name, typed());
  }

  static String vkey(String name, byte[] typed) {
    return name + "+" + HexFormat.of().toHexDigits(id(name, typed)) + "+" + Strict.base64(typed);
  }

  int id() {
    return id(name, typed());
  }

  /** The first four bytes of {@code SHA-256(name || 0x0A || type || key)}. */
  static int id(String name, byte[] typed) {
    MessageDigest digest = Hash.sha256();
    digest.update((name + "\n").getBytes(UTF_8));
    return ByteBuffer.wrap(digest.digest(typed)).getInt();
  }

  private byte[] typed() {
    return join(new byte[] {TYPE}, Strict.base64(raw));
  }

  boolean verifies(byte[] message, byte[] signature) {
    return ALGORITHM.verifies(Strict.base64(raw), message, signature);
  }

  /** The DER form that OpenSSL reads. */
  public byte[] x509() {
    return ALGORITHM.x509(Strict.base64(raw));
  }

  static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
