package candour.casework;

import candour.identity.DataSubject;
import candour.identity.Requester;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom the office writes, and where.
 *
 * @param postalLines as on an envelope, without the name; empty where no letters may come
 * @param language English or Welsh
 */
public record Addressee(
    UUID requesterId,
    String name,
    List<String> postalLines,
    @Nullable String email,
    Locale language,
    Standpoint standpoint) {

  static Addressee of(DataSubject subject, Requester requester, UUID asker) {
    var address = requester.lettersAddress();
    return new Addressee(
        requester.id(),
        requester.nameOr(subject.fullName()),
        address == null
            ? List.of()
            : address.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        requester.email(),
        requester.language(),
        Standpoint.of(requester, asker));
  }
}
