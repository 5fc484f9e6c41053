package candour.platform;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits that an authenticator shows, from a secret and the time (RFC 6238, HMAC-SHA-1,
 * steps of 30 seconds).
 */
public record Totp(byte[] secret) {

  private static final int STEP_SECONDS = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** With a new secret of 160 bits (RFC 4226 §4, R6). */
  public static Totp fresh() {
    return new Totp(Identifiers.randomBytes(20));
  }

  /** What the authenticator shows at that moment. */
  public String codeAt(Instant now) {
    return code(step(now));
  }

  /**
   * The step that the code is of, one step early or late allowed (RFC 6238 §5.2), if it is later
   * than the last one used; nothing otherwise.
   */
  public OptionalLong accept(String code, Instant now, long lastUsed) {
    var given = code.getBytes(StandardCharsets.UTF_8);
    return LongStream.rangeClosed(step(now) - 1, step(now) + 1)
        .filter(step ->
            step > lastUsed
                && MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), given))
        .findFirst();
  }

  /** The secret as people type it: base 32 (RFC 4648 §6) in groups of four. */
  public String words() {
    return base32().replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** The address that authenticators read from a picture (Key URI format). */
  public String address(String issuer, String username) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(username), base32(), encoded(issuer));
  }

  private static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  private String code(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES).getInt();
      return "%06d".formatted((number & 0x7fff_ffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String base32() {
    var text = new StringBuilder();
    for (int bit = 0; bit < secret.length * 8; bit += 5) {
      int value = 0;
      for (int i = bit; i < bit + 5; i++) {
        value = value << 1 | (i < secret.length * 8 ? secret[i / 8] >> (7 - i % 8) & 1 : 0);
      }
      text.append(BASE32.charAt(value));
    }
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
