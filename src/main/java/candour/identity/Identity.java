package candour.identity;

import candour.platform.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who asks, about whom, and what they have shown of it. Everything is added and nothing changed.
 * Reading what is not there, or not for whoever acts, is an {@link
 * org.springframework.dao.EmptyResultDataAccessException}.
 */
@Component
@Transactional
public class Identity {

  private final People people;
  private final JdbcClient jdbc;

  Identity(People people, JdbcClient jdbc) {
    this.people = people;
    this.jdbc = jdbc;
  }

  /** Puts a newcomer on record. */
  public Registered register(DataSubject subject, Requester requester) {
    people.add(subject);
    people.add(requester);
    return new Registered(subject.id(), requester.id());
  }

  @Transactional(readOnly = true)
  public DataSubject subject(UUID subjectId) {
    return people.subject(subjectId);
  }

  @Transactional(readOnly = true)
  public Requester requester(UUID requesterId) {
    return people.requester(requesterId);
  }

  /** Everybody who gave this e-mail address, whatever its capitals; for people at work only. */
  @Transactional(readOnly = true)
  public List<Requester> reachedAt(String email) {
    return people.reachedAt(email.strip().toLowerCase(Locale.ROOT));
  }

  /** Everybody of this full name, however it is spelt ({@link Names#key}); for people at work. */
  @Transactional(readOnly = true)
  public List<DataSubject> subjectsNamed(String fullName) {
    return people.subjectsNamed(fullName);
  }

  /**
   * Everybody whose identity was accepted and whose full name has one of these keys ({@link
   * Names#key}); for people at work only.
   */
  @Transactional(readOnly = true)
  public List<DataSubject> confirmed(Collection<String> nameKeys) {
    return people.confirmed(nameKeys);
  }

  /** Puts one look on record and returns its identifier; it has no effect on any clock. */
  public UUID verify(Verification verification) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into identity.verification
              (verification_id, subject_id, occasion_id, method, evidence, reason, accepted, officer_id)
            values (:id, :subject, :occasion, :method, :evidence, :reason, :accepted, :officer)
            """)
        .param("id", id)
        .param("subject", verification.subjectId())
        .param("occasion", verification.occasionId())
        .param("method", verification.method().name())
        .param("evidence", verification.evidence())
        .param("reason", verification.reason())
        .param("accepted", verification.accepted())
        .param("officer", verification.officerId())
        .update();
    return id;
  }

  /** Every look on that occasion, earliest first. */
  @Transactional(readOnly = true)
  public List<Verified> verifications(UUID occasionId) {
    return jdbc.sql(
            """
            select v.*, o.name as officer_name from identity.verification v
            join platform.officer o using (officer_id)
            where v.occasion_id = :occasion order by v.recorded_at, v.verification_id
            """)
        .param("occasion", occasionId)
        .query((row, _) ->
            new Verified(
                row.getObject("verification_id", UUID.class),
                new Verification(
                    row.getObject("subject_id", UUID.class),
                    row.getObject("occasion_id", UUID.class),
                    Verification.Method.valueOf(row.getString("method")),
                    row.getString("evidence"),
                    row.getString("reason"),
                    row.getBoolean("accepted"),
                    row.getObject("officer_id", UUID.class)),
                row.getString("officer_name"),
                row.getTimestamp("recorded_at").toInstant()))
        .list();
  }
}
