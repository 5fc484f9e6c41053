package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;

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
    KeyPair pair = VerifierKey.ALGORITHM.generate();
    return new SigningKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
  }

  /**
   * Takes a stored key into use.
   *
   * @throws IllegalArgumentException if the two halves do not belong together
   */
  public static SigningKey of(VerifierKey verifier, byte[] pkcs8) {
    var key = new SigningKey(verifier, VerifierKey.ALGORITHM.secret(pkcs8));
    byte[] probe = verifier.vkey().getBytes(UTF_8);
    if (!verifier.verifies(probe, key.sign(probe))) {
      throw new IllegalArgumentException("the secret key is not that of " + verifier.vkey());
    }
    return key;
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
    return VerifierKey.ALGORITHM.sign(secret, message);
  }
}
