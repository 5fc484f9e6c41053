package candour.identity;

import candour.platform.Identifiers;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how they can be reached; at least one way is given.
 *
 * @param representative who they are if they ask for somebody else; null if for themselves
 * @param postalAddress lines as on an envelope
 * @param language English or Welsh: what the office writes to them in
 * @param precautions what to mind when they are reached
 */
public record Requester(
    UUID id,
    UUID subjectId,
    @Nullable Representative representative,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String postalAddress,
    Locale language,
    Showing showing,
    Precautions precautions) {

  /** A way left blank counts as not given; addresses of mail are kept in lower case. */
  public Requester {
    var mail = given(email);
    email = mail == null ? null : mail.toLowerCase(Locale.ROOT);
    phone = given(phone);
    postalAddress = given(postalAddress);
  }

  /** Somebody who asks about themselves for the first time. */
  public static Requester about(
      DataSubject subject,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String postalAddress,
      Locale language,
      Showing showing) {
    return new Requester(
        Identifiers.next(),
        subject.id(),
        null,
        email,
        phone,
        postalAddress,
        language,
        showing,
        Precautions.NONE);
  }

  /** The same, who asks for somebody else; null for themselves. */
  public Requester as(@Nullable Representative who) {
    return new Requester(
        id, subjectId, who, email, phone, postalAddress, language, showing, precautions);
  }

  /** The same, with whom more is to be minded. */
  public Requester minding(Precautions more) {
    return new Requester(
        id, subjectId, representative, email, phone, postalAddress, language, showing, more);
  }

  /** Where letters go; null where none may. */
  public @Nullable String lettersAddress() {
    if (precautions.noLetters()) {
      return null;
    }
    return precautions.lettersTo() == null ? postalAddress : precautions.lettersTo();
  }

  /** On what number the office may ring them; null where it may not. */
  public @Nullable String callablePhone() {
    return precautions.noCalls() ? null : phone;
  }

  /** By what name they are addressed: their own if they ask for somebody else. */
  public String nameOr(String subjects) {
    return representative == null ? subjects : representative.fullName();
  }

  /** In what capacity they ask. */
  public Capacity capacity() {
    return representative == null ? Capacity.SELF : representative.capacity();
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
