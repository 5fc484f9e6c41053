package candour.requester.tracking;

import candour.platform.Identifiers;
import candour.platform.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A browser that asked for a link. The link works there at once; elsewhere it asks for the code
 * that this browser shows.
 *
 * @param nonce 128 random bits in hexadecimal
 * @param code six letters and digits that are not mistaken for each other
 */
public record Browser(String nonce, String code) {

  private static final Pattern KEPT = Pattern.compile("([0-9a-f]{32})\\.([0-9A-HJKMNP-TV-Z]{6})");

  static Browser random() {
    return new Browser(
        HexFormat.of().formatHex(Identifiers.randomBytes(16)), Identifiers.randomCode(6));
  }

  static Optional<Browser> read(String cookie) {
    return Optional.of(KEPT.matcher(cookie))
        .filter(matcher -> matcher.matches())
        .map(matcher -> new Browser(matcher.group(1), matcher.group(2)));
  }

  String cookie() {
    return nonce + "." + code;
  }

  /** What is kept of it beside a link. */
  byte[] hash() {
    return Tokens.sha256(nonce.getBytes(StandardCharsets.US_ASCII));
  }
}
