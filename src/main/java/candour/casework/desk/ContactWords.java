package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.ContactDetails;
import candour.identity.ContactChange;
import candour.identity.Contacts;
import candour.identity.Ways;
import candour.platform.Days;
import candour.platform.Officer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How people are reached, and every change of it, in the rows of summary lists. */
@Component
class ContactWords {

  private final ContactDetails contact;
  private final Contacts contacts;
  private final Casework casework;
  private final Words words;
  private final Days days;

  ContactWords(
      ContactDetails contact, Contacts contacts, Casework casework, Words words, Days days) {
    this.contact = contact;
    this.contacts = contacts;
    this.casework = casework;
    this.words = words;
    this.days = days;
  }

  /**
   * A change as it is on record.
   *
   * @param elsewhere the numbers of the requests in which it was asked for; none where it was here
   */
  record Changed(
      UUID id,
      String title,
      Map<CaseReference, String> elsewhere,
      List<Row> rows,
      boolean open,
      boolean checked,
      boolean byMe) {}

  /**
   * One of the people of a case.
   *
   * @param person whether that is the person themselves, for whom somebody else asked
   */
  record Side(boolean person, List<Row> rows, List<Changed> changes) {}

  Side side(UUID requesterId, boolean person, Officer officer) {
    return new Side(
        person,
        ways(Ways.of(contact.of(requesterId))),
        contact.changes(requesterId).stream()
            .map(it -> changed(it, requesterId, officer))
            .toList());
  }

  private List<Row> ways(Ways ways) {
    return List.of(
        Row.of(words.say("person.email"), ways.email()),
        Row.of(words.say("person.phone"), ways.phone()),
        Row.of(words.say("person.address"), lines(ways.postalAddress())),
        Row.of(words.say("person.letters-to"), lines(ways.lettersTo())));
  }

  private Changed changed(ContactChange change, UUID requesterId, Officer officer) {
    var check = change.check();
    var here = change.requesterId().equals(requesterId);
    var rows =
        Stream.concat(
                ways(change.ways()).stream(),
                Stream.of(
                    Row.of(
                        words.say("case-contact.asked"),
                        words.date(Days.of(change.askedAt())),
                        change.officerName()),
                    Row.of(
                        words.say("case-contact.confirm-by"),
                        words.of("case-contact.by.", change.confirmBy()),
                        words.say("case-contact.until", words.date(Days.of(change.expiresAt())))),
                    check == null
                        ? Row.of(words.say("case-contact.check"))
                        : Row.of(
                            words.say("case-contact.check"),
                            words.of("case-contact.how.", check.how()),
                            check.words(),
                            check.officerName() + ", " + words.date(check.on())),
                    Row.of(words.say("case-contact.also"), also(change, requesterId)),
                    Row.of(words.say("case-contact.ended"), ended(change))))
            .toList();
    return new Changed(
        change.id(),
        words.say("case-contact.change-of", words.date(Days.of(change.askedAt()))),
        here ? Map.of() : requests(Stream.of(change.requesterId())),
        rows,
        here && change.isOpen(days.now()),
        check != null,
        check != null && check.officerId().equals(officer.id()));
  }

  /** For which it is to count too, while it waits; then for which it took effect. */
  private String[] also(ContactChange change, UUID requesterId) {
    return change.isOpen(days.now())
        ? contact.alsoFor(change).toArray(String[]::new)
        : requests(contacts.changed(change).stream().filter(it -> !it.equals(requesterId)))
            .values()
            .stream()
            .sorted()
            .toArray(String[]::new);
  }

  /** Theirs, by number. */
  private Map<CaseReference, String> requests(Stream<UUID> requesters) {
    return casework.numbers(requesters.flatMap(it -> casework.casesOf(it).stream()).toList());
  }

  private @Nullable String[] ended(ContactChange change) {
    var end = change.ended();
    if (end == null) {
      var open = change.isOpen(days.now());
      return new String[] {words.say(open ? "case-contact.waits" : "case-contact.expired")};
    }
    return new String[] {
      words.of("case-contact.cause.", end.cause()), words.date(Days.of(end.at())), end.officerName()
    };
  }

  private static String[] lines(@Nullable String text) {
    return text == null ? new String[0] : text.lines().toArray(String[]::new);
  }
}
