package candour.identity;

import candour.notifications.AddressBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the post room where requesters are reached now, in the officer's language. */
@Component
class Addresses implements AddressBook {

  private final People people;
  private final JdbcClient jdbc;
  private final MessageSource messages;

  Addresses(People people, JdbcClient jdbc, MessageSource messages) {
    this.people = people;
    this.jdbc = jdbc;
    this.messages = messages;
  }

  @Override
  public boolean takesLetters(UUID person) {
    return jdbc.sql("select identity.takes_letters(:person)")
        .param("person", person)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  @Override
  public String word(UUID person, String email) {
    return jdbc.sql(
            """
            select c.word from identity.contact c join identity.requester r using (requester_id)
            where r.requester_id = :person and r.capacity = 'SELF' and c.email = :email
              and exists (select from identity.shown s
                where s.requester_id = r.requester_id and s.email = c.email)
            """)
        .param("person", person)
        .param("email", email)
        .query((row, _) -> row.getString(1))
        .optional()
        .orElse("");
  }

  @Override
  public Window window(UUID person) {
    var requester = people.requester(person);
    var lines = new ArrayList<String>();
    lines.add(requester.nameOr(people.subject(requester.subjectId()).fullName()));
    var address = requester.lettersAddress();
    lines.addAll(
        address == null
            ? byWordOfMouth(requester)
            : address.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    return new Window(lines, address != null, requester.precautions().word());
  }

  /** How whoever gets no letters is told instead, and what to mind. */
  private List<String> byWordOfMouth(Requester requester) {
    var mind = requester.precautions();
    var lines = new ArrayList<String>();
    var phone = requester.callablePhone();
    lines.add(phone == null ? say("letters.by-hand") : say("letters.by-hand-or-phone", phone));
    if (!mind.word().isEmpty()) {
      lines.add(say("letters.say-word", mind.word()));
    }
    if (phone != null && mind.noMessages()) {
      lines.add(say("letters.no-message"));
    }
    mind.words().lines().filter(line -> !line.isBlank()).forEach(lines::add);
    return lines;
  }

  private String say(String key, String... places) {
    return Objects.requireNonNull(
        messages.getMessage(key, places, LocaleContextHolder.getLocale()));
  }
}
