package candour.identity;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what somebody can be reached.
 *
 * @param postalAddress lines as on an envelope
 * @param lettersTo where letters go instead; null for the postal address
 */
public record Ways(
    @Nullable String email,
    @Nullable String phone,
    @Nullable String postalAddress,
    @Nullable String lettersTo) {

  /** A way left blank counts as not given; addresses of mail are kept in lower case. */
  public Ways {
    var mail = given(email);
    email = mail == null ? null : mail.toLowerCase(Locale.ROOT);
    phone = given(phone);
    postalAddress = given(postalAddress);
    lettersTo = given(lettersTo);
  }

  /** How a requester is reached now. */
  public static Ways of(Requester requester) {
    return new Ways(
        requester.email(),
        requester.phone(),
        requester.postalAddress(),
        requester.precautions().lettersTo());
  }

  /** Whether all but the e-mail address is the same. */
  public boolean differsInMailAlone(Ways other) {
    return Objects.equals(phone, other.phone)
        && Objects.equals(postalAddress, other.postalAddress)
        && Objects.equals(lettersTo, other.lettersTo);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
