package candour.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The secrets in links: 256 random bits, of which only the hash is kept. */
public final class Tokens {

  private Tokens() {}

  /** A new one, as it stands in a link. */
  public static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Identifiers.randomBytes(32));
  }

  /** SHA-256 of a token as it stands in a link, whatever somebody wrote there. */
  public static byte[] hash(String token) {
    return sha256(token.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
