package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The two ways to cosign a checkpoint (<a
 * href="https://c2sp.org/tlog-cosignature">c2sp.org/tlog-cosignature</a>). The second outlasts
 * quantum computers, and its message names the cosigner.
 */
public enum CosignatureScheme {
  /** Over two lines of header and the text of the checkpoint (RFC 8032). */
  ED25519("Ed25519", 4, 32, 64, "302a300506032b6570032100") {
    @Override
    byte[] message(String cosigner, long time, Checkpoint checkpoint) {
      return ("cosignature/v1\ntime " + time + "\n" + checkpoint.text()).getBytes(UTF_8);
    }
  },
  /** Over a structure that describes the tree as its own first subtree (FIPS 204). */
  ML_DSA_44("ML-DSA-44", 6, 1312, 2420, "30820532300b06096086480165030403110382052100") {
    @Override
    byte[] message(String cosigner, long time, Checkpoint checkpoint) {
      return subtree(cosigner, time, checkpoint.origin(), 0, checkpoint.size(), checkpoint.root());
    }
  };

  /** The name that the Java platform has for it. */
  final String algorithm;

  /** The signature type of c2sp.org/signed-note. */
  final byte type;

  /** Length of the raw public key in bytes. */
  final int keyLength;

  /** Length of the signature in bytes, the time before it not counted. */
  final int signatureLength;

  private final String x509Prefix;

  CosignatureScheme(
      String algorithm, int type, int keyLength, int signatureLength, String x509Prefix) {
    this.algorithm = algorithm;
    this.type = (byte) type;
    this.keyLength = keyLength;
    this.signatureLength = signatureLength;
    this.x509Prefix = x509Prefix;
  }

  /**
   * What is signed.
   *
   * @param time in seconds since 1970, UTC
   */
  abstract byte[] message(String cosigner, long time, Checkpoint checkpoint);

  /** The DER bytes that come before every raw key in its X.509 form (RFC 8410, RFC 9881). */
  byte[] x509Prefix() {
    return HexFormat.of().parseHex(x509Prefix);
  }

  /**
   * The message of the second scheme, about the leaves from {@code start} up to {@code end}, the
   * latter not included.
   */
  static byte[] subtree(
      String cosigner, long time, String origin, long start, long end, Hash root) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes("subtree/v1\n\0".getBytes(UTF_8));
    writeName(cosigner, message);
    message.writeBytes(number(time));
    writeName(origin, message);
    message.writeBytes(number(start));
    message.writeBytes(number(end));
    message.writeBytes(root.bytes());
    return message.toByteArray();
  }

  private static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static void writeName(String name, ByteArrayOutputStream message) {
    byte[] bytes = name.getBytes(UTF_8);
    NotProven.unless(bytes.length <= 255, "a cosigned name has at most 255 bytes: " + name);
    message.write(bytes.length);
    message.writeBytes(bytes);
  }
}
