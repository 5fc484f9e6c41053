package candour.casework;

import candour.casework.CaseEvent.PersonFollows;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Days;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who follow the request that somebody else made for them. They are on record in their own
 * name, with a way of their own to be reached; their representative reads neither.
 */
@Component
@Transactional
public class Parties {

  private final Requests requests;
  private final Identity identity;
  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Parties(
      Requests requests,
      Identity identity,
      JdbcClient jdbc,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.identity = identity;
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /** As whom the person themselves is on record here. */
  @Transactional(readOnly = true)
  public Optional<UUID> of(CaseReference reference) {
    return jdbc.sql("select requester_id from casework.party where case_id = :case")
        .param("case", reference.value())
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }

  /** Lets the person follow it; as whom they are on record, also where they were before. */
  public UUID join(
      CaseReference reference,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String postalAddress) {
    var held = requests.hold(reference);
    var known = of(reference);
    if (known.isPresent()) {
      return known.get();
    }
    DataSubject subject = identity.subject(held.subjectId());
    var language = requests.summary(reference).language();
    var person = Requester.about(subject, email, phone, postalAddress, language, Showing.NOT_SAID);
    identity.add(person);
    jdbc.sql(
            """
            insert into casework.party (case_id, subject_id, requester_id, joined_on)
            values (:case, :subject, :requester, :on)
            """)
        .param("case", reference.value())
        .param("subject", subject.id())
        .param("requester", person.id())
        .param("on", days.today())
        .update();
    events.publishEvent(new PersonFollows(reference.value(), person.id()));
    return person.id();
  }
}
