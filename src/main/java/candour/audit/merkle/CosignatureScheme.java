package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * The two ways to cosign a checkpoint (<a
 * href="https://c2sp.org/tlog-cosignature">c2sp.org/tlog-cosignature</a>). The message of the
 * second names the cosigner.
 */
public enum CosignatureScheme {
  /** Over two lines of header and the text of the checkpoint. */
  ED25519(Algorithm.ED25519, 4) {
    @Override
    byte[] message(String cosigner, long time, Checkpoint checkpoint) {
      return ("cosignature/v1\ntime " + time + "\n" + checkpoint.text()).getBytes(UTF_8);
    }
  },
  /** Over a structure that describes the tree as its own first subtree. */
  ML_DSA_44(Algorithm.ML_DSA_44, 6) {
    @Override
    byte[] message(String cosigner, long time, Checkpoint checkpoint) {
      return subtree(cosigner, time, checkpoint.origin(), 0, checkpoint.size(), checkpoint.root());
    }
  };

  final Algorithm algorithm;

  /** The signature type of c2sp.org/signed-note. */
  final byte type;

  CosignatureScheme(Algorithm algorithm, int type) {
    this.algorithm = algorithm;
    this.type = (byte) type;
  }

  /**
   * What is signed.
   *
   * @param time in seconds since 1970, UTC
   */
  abstract byte[] message(String cosigner, long time, Checkpoint checkpoint);

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
