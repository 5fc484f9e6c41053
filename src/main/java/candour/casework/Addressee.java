package candour.casework;

import candour.identity.DataSubject;
import candour.identity.Requester;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * To whom the office writes, and where; at least one way is given.
 *
 * @param postalLines as on an envelope, without the name; empty where no address is on record
 * @param language English or Welsh
 */
public record Addressee(
    String name,
    List<String> postalLines,
    @Nullable String email,
    @Nullable String phone,
    Locale language) {

  static Addressee of(DataSubject subject, Requester requester) {
    var address = requester.postalAddress();
    return new Addressee(
        requester.nameOr(subject.fullName()),
        address == null
            ? List.of()
            : address.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        requester.email(),
        requester.phone(),
        requester.language());
  }
}
