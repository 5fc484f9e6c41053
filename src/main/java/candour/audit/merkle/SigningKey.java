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

/** The log's own key: signs notes that its {@link VerifierKey} checks. */
public final class SigningKey {

  private final VerifierKey verifier;
  private final PrivateKey secret;

  private SigningKey(VerifierKey verifier, PrivateKey secret) {
    this.verifier = verifier;
    this.secret = secret;
  }

  /** Makes a new key with the platform's randomness. */
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks Ed25519", e);
    }
  }

  /**
   * Takes a stored key into use.
   *
   * @throws IllegalArgumentException if the two halves do not belong together
   */
  public static SigningKey of(VerifierKey verifier, byte[] pkcs8) {
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      SigningKey key =
          new SigningKey(verifier, keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
      byte[] probe = verifier.vkey().getBytes(UTF_8);
      if (verifier.verifies(probe, key.sign(probe))) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key in PKCS #8", e);
    }
    throw new IllegalArgumentException("the secret key is not that of " + verifier.vkey());
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** The secret itself, to be stored where only the signer can read it. */
  public byte[] pkcs8() {
    return secret.getEncoded();
  }

  /** A line of a note; the same text always gives the same line, since Ed25519 is deterministic. */
  SignedNote.Line signLine(String text) {
    byte[] signature = sign(text.getBytes(UTF_8));
    byte[] line =
        ByteBuffer.allocate(4 + signature.length).putInt(verifier.id()).put(signature).array();
    return new SignedNote.Line(verifier.name(), Strict.base64(line));
  }

  private byte[] sign(byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(secret);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }
}
