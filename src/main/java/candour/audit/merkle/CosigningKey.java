package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;

/** The secret half of a {@link CosignerKey}. */
public final class CosigningKey {

  private final CosignerKey cosigner;
  private final PrivateKey secret;

  private CosigningKey(CosignerKey cosigner, PrivateKey secret) {
    this.cosigner = cosigner;
    this.secret = secret;
  }

  /** Makes a new key with the platform's randomness. */
  public static CosigningKey generate(String name, CosignatureScheme scheme) {
    KeyPair pair = scheme.algorithm.generate();
    return new CosigningKey(CosignerKey.of(name, scheme, pair.getPublic()), pair.getPrivate());
  }

  /**
   * Takes a stored key into use.
   *
   * @throws IllegalArgumentException if the two halves do not belong together
   */
  public static CosigningKey of(CosignerKey cosigner, byte[] pkcs8) {
    var key = new CosigningKey(cosigner, cosigner.scheme().algorithm.secret(pkcs8));
    byte[] probe = cosigner.vkey().getBytes(UTF_8);
    if (!cosigner.verifies(probe, key.sign(probe))) {
      throw new IllegalArgumentException("the secret key is not that of " + cosigner.name());
    }
    return key;
  }

  public CosignerKey cosigner() {
    return cosigner;
  }

  /** The secret itself, to be stored where only the signer can read it. */
  public byte[] pkcs8() {
    return secret.getEncoded();
  }

  /** A line that says: at this time (in whole seconds), this was the largest tree I knew. */
  public SignedNote.Line cosign(Checkpoint checkpoint, Instant at) {
    long time = at.getEpochSecond();
    byte[] signature = sign(cosigner.scheme().message(cosigner.name(), time, checkpoint));
    byte[] line =
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES + signature.length)
            .putInt(cosigner.id())
            .putLong(time)
            .put(signature)
            .array();
    return new SignedNote.Line(cosigner.name(), Strict.base64(line));
  }

  private byte[] sign(byte[] message) {
    return cosigner.scheme().algorithm.sign(secret, message);
  }
}
