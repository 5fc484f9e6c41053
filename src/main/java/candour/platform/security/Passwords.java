package candour.platform.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** What a password has to be, and how it is kept (NIST SP 800-63B §3.1.1; PBKDF2, RFC 8018). */
public final class Passwords {

  static final int LEAST = 12;
  static final int MOST = 200;

  private static final Pbkdf2PasswordEncoder ENCODER =
      Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /** Takes as long to compare as the password of somebody who exists. */
  private static final String NOBODYS = ENCODER.encode("nobody has this password");

  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> TOO_COMMON =
      Set.of(
          "password",
          "passw0rd",
          "letmein",
          "welcome",
          "qwertyuiop",
          "1q2w3e4r5t6y",
          "iloveyou",
          "administrator",
          "candour",
          "homeoffice",
          "changeme",
          "secret");

  private Passwords() {}

  /** The message key of what is wrong with a new password, if anything is. */
  public static Optional<String> weakness(String password, String username) {
    var plain = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < LEAST) {
      return Optional.of("enrol-password.too-short");
    }
    if (password.length() > MOST) {
      return Optional.of("enrol-password.too-long");
    }
    return plain.contains(username) || isCommon(plain)
        ? Optional.of("enrol-password.too-easy")
        : Optional.empty();
  }

  /** A common word, with whatever digits and signs around it, or few different characters. */
  private static boolean isCommon(String plain) {
    return plain.chars().distinct().count() < FEWEST_DIFFERENT
        || "0123456789012345678901234567890".contains(plain)
        || TOO_COMMON.contains(plain)
        || TOO_COMMON.contains(plain.replaceAll("^[^a-z]+|[^a-z]+$", ""));
  }

  public static String hash(String password) {
    return ENCODER.encode(password);
  }

  /** Whether the password is the one kept; equally slow where none is. */
  static boolean matches(String password, Optional<String> kept) {
    var tried = password.length() > MOST ? "" : password;
    return ENCODER.matches(tried, kept.orElse(NOBODYS)) && kept.isPresent() && !tried.isEmpty();
  }
}
