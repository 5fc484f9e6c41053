package candour.casework;

import candour.identity.Requester;
import candour.identity.Ways;
import candour.platform.MailAddress;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A form: how somebody is to be reached from now on.
 *
 * @param also the numbers of their other requests for which it is to count too; or {@link
 *     OtherRequest#ALL}
 * @param lost whether nothing reaches them any more where they are reached now
 */
public record NewWays(
    @MailAddress(message = "{how-to-reach-you.email.wrong}") String email,
    @Size(max = 60, message = "{how-to-reach-you.phone.long}") String phone,
    @Size(max = 1000, message = "{how-to-reach-you.address.long}") String address,
    @Size(max = 1000, message = "{safe-contact.letters-to.long}") String lettersTo,
    List<String> also,
    @Nullable Boolean lost) {

  public NewWays(
      @Nullable String email,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String lettersTo,
      @Nullable List<String> also,
      @Nullable Boolean lost) {
    this.email = email == null ? "" : email;
    this.phone = phone == null ? "" : phone;
    this.address = address == null ? "" : address;
    this.lettersTo = lettersTo == null ? "" : lettersTo;
    this.also = also == null ? List.of() : also.stream().filter(Objects::nonNull).toList();
    this.lost = lost;
  }

  /** How they are reached now; unless they say otherwise a change counts for all the others. */
  public static NewWays of(Requester requester, List<OtherRequest> others) {
    var now = Ways.of(requester);
    return new NewWays(
        now.email(),
        now.phone(),
        now.postalAddress(),
        now.lettersTo(),
        OtherRequest.areMany(others)
            ? List.of(OtherRequest.ALL)
            : others.stream().map(OtherRequest::number).toList(),
        null);
  }

  /** Whether nothing reaches them any more where they are reached now. */
  public boolean isLost() {
    return Boolean.TRUE.equals(lost);
  }

  /** Whether no way is left. */
  public boolean isEmpty() {
    return (email + phone + address + lettersTo).isBlank();
  }

  /** What was typed. */
  public Ways ways() {
    return new Ways(email, phone, address, lettersTo);
  }
}
