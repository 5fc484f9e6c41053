package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
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
    try {
      KeyPair pair = KeyPairGenerator.getInstance(scheme.algorithm).generateKeyPair();
      return new CosigningKey(CosignerKey.of(name, scheme, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + scheme.algorithm, e);
    }
  }

  /**
   * Takes a stored key into use.
   *
   * @throws IllegalArgumentException if the two halves do not belong together
   */
  public static CosigningKey of(CosignerKey cosigner, byte[] pkcs8) {
    try {
      KeyFactory keys = KeyFactory.getInstance(cosigner.scheme().algorithm);
      CosigningKey key =
          new CosigningKey(cosigner, keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
      byte[] probe = cosigner.vkey().getBytes(UTF_8);
      if (cosigner.verifies(probe, key.sign(probe))) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a secret key in PKCS #8", e);
    }
    throw new IllegalArgumentException("the secret key is not that of " + cosigner.name());
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
    try {
      Signature signer = Signature.getInstance(cosigner.scheme().algorithm);
      signer.initSign(secret);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }
}
