package candour.identity;

import candour.platform.Identifiers;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how they can be reached; at least one way is given.
 *
 * @param postalAddress lines as on an envelope
 * @param language English or Welsh: what the office writes to them in
 * @param identityWords what they say about showing who they are; perhaps empty
 */
public record Requester(
    UUID id,
    UUID subjectId,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String postalAddress,
    Locale language,
    Set<IdentityRoute> routes,
    String identityWords) {

  /** A way left blank counts as not given; addresses of mail are kept in lower case. */
  public Requester {
    var mail = given(email);
    email = mail == null ? null : mail.toLowerCase(Locale.ROOT);
    phone = given(phone);
    postalAddress = given(postalAddress);
    routes = Set.copyOf(routes);
  }

  /** Somebody who asks about themselves for the first time. */
  public static Requester about(
      DataSubject subject,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String postalAddress,
      Locale language,
      Set<IdentityRoute> routes,
      String identityWords) {
    return new Requester(
        Identifiers.next(),
        subject.id(),
        email,
        phone,
        postalAddress,
        language,
        routes,
        identityWords);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
