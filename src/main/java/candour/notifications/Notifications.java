package candour.notifications;

import candour.notifications.Letter.To;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.platform.Seals;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queues mail and letters with the fact they tell of: either both are there after a crash, or
 * neither.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Notifications {

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Wording wording;
  private final AddressBook addresses;
  private final JsonMapper json;

  Notifications(
      JdbcClient jdbc, Seals seals, Wording wording, AddressBook addresses, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.wording = wording;
    this.addresses = addresses;
    this.json = json;
  }

  /** Returns the identifier by which the database knows when it went out. */
  public UUID mail(Mail mail) {
    var id = Identifiers.next();
    var rendered =
        wording.known(
            wording.render(
                "emails", mail.template(), mail.locale(), List.of(mail.to()), mail.values()),
            word(mail));
    jdbc.sql(
            "insert into notifications.mail (mail_id, template, sealed) values (:id, :template, :sealed)")
        .param("id", id)
        .param("template", mail.template())
        .param("sealed", seals.seal("mail " + id, json.writeValueAsBytes(rendered)))
        .update();
    return id;
  }

  /** As {@link #mail}; it goes out when an officer has posted it, or told what is in it. */
  public UUID post(Letter letter) {
    var id = Identifiers.next();
    var rendered =
        wording.render(
            "letters", letter.template(), letter.locale(), window(letter.to()), letter.values());
    jdbc.sql(
            """
            insert into notifications.letter (letter_id, case_id, recipient_id, delivery, template, sealed)
            values (:id, :case, :recipient, :delivery, :template, :sealed)
            """)
        .param("id", id)
        .param("case", letter.caseId())
        .param("recipient", recipient(letter.to()))
        .param("delivery", byPost(letter.to()) ? "POST" : "TELL")
        .param("template", letter.template())
        .param(
            "sealed", seals.seal(letter.caseId(), "letter " + id, json.writeValueAsBytes(rendered)))
        .update();
    return id;
  }

  /**
   * Takes a letter that may never go any more off those that wait, as the database finds.
   *
   * @return false where it does not wait
   * @throws Refusal {@code letter-may-still-go}
   */
  public boolean callOff(UUID letter) {
    return jdbc.sql(
                """
                update notifications.letter set called_off_at = clock_timestamp()
                where letter_id = :id and posted_at is null and called_off_at is null
                """)
            .param("id", letter)
            .update()
        == 1;
  }

  private String word(Mail mail) {
    var person = mail.person();
    return person == null ? "" : addresses.word(person, mail.to());
  }

  private static List<String> window(To to) {
    return switch (to) {
      case To.Person _ -> List.of();
      case To.Address address -> address.lines();
      case To.ByHand byHand -> byHand.lines();
    };
  }

  private static @Nullable UUID recipient(To to) {
    return switch (to) {
      case To.Person person -> person.id();
      case To.Address _, To.ByHand _ -> null;
    };
  }

  private boolean byPost(To to) {
    return switch (to) {
      case To.Person person -> addresses.takesLetters(person.id());
      case To.Address _ -> true;
      case To.ByHand _ -> false;
    };
  }
}
