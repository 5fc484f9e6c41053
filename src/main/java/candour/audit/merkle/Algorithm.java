package candour.audit.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The two ways to sign; keys and signatures are as long as their standards say, in bytes. */
enum Algorithm {
  /** RFC 8032: the same message always has the same signature. */
  ED25519("Ed25519", 32, 64, "302a300506032b6570032100"),
  /** FIPS 204, which outlasts quantum computers. */
  ML_DSA_44("ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

  /** The name that the Java platform has for it. */
  final String javaName;

  final int keyLength;
  final int signatureLength;

  /** The DER bytes that come before every raw key in its X.509 form (RFC 8410, RFC 9881). */
  private final String x509Prefix;

  Algorithm(String javaName, int keyLength, int signatureLength, String x509Prefix) {
    this.javaName = javaName;
    this.keyLength = keyLength;
    this.signatureLength = signatureLength;
    this.x509Prefix = x509Prefix;
  }

  KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(javaName).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + javaName, e);
    }
  }

  /** The public key as its standard writes it. */
  byte[] raw(PublicKey key) {
    byte[] x509 = key.getEncoded();
    return Arrays.copyOfRange(x509, x509.length - keyLength, x509.length);
  }

  /** The DER form of a raw public key. */
  byte[] x509(byte[] raw) {
    return VerifierKey.join(HexFormat.of().parseHex(x509Prefix), raw);
  }

  /**
   * Reads a stored secret.
   *
   * @throws IllegalArgumentException if it is none of this algorithm
   */
  PrivateKey secret(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(javaName).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a secret key of " + javaName + " in PKCS #8", e);
    }
  }

  byte[] sign(PrivateKey secret, byte[] message) {
    try {
      Signature signer = Signature.getInstance(javaName);
      signer.initSign(secret);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /** False also for what is no key or no signature at all. */
  boolean verifies(byte[] raw, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(javaName);
      verifier.initVerify(
          KeyFactory.getInstance(javaName).generatePublic(new X509EncodedKeySpec(x509(raw))));
      verifier.update(message);
      return signature.length == signatureLength && verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
