package candour.casework;

import candour.casework.CaseEvent.CaseGuarded;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes requests guarded that were not so when they came. It takes effect at once, and with it ends
 * whatever stands on the request: therefore exemptions asks for it, in that transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Protections {

  private final Requests requests;
  private final GuardLetters letters;
  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Protections(
      Requests requests,
      GuardLetters letters,
      JdbcClient jdbc,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.letters = letters;
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /**
   * That a request became guarded, on this day in London.
   *
   * @param by the officer who found so; empty where the requester said so
   */
  public record Protection(String words, String by, LocalDate on) {}

  /**
   * Makes the request guarded from now on.
   *
   * @param words why; of an officer at least 10 characters, of the requester none need be
   * @param officer who found so, and the requester is told; null for the requester themselves
   */
  public void protect(CaseReference reference, String words, @Nullable Officer officer) {
    var held = requests.holdWorkable(reference);
    var id = Identifiers.next();
    var by = officer == null ? null : officer.id();
    insert(reference, id, words, by);
    events.publishEvent(new CaseGuarded(reference.value(), id, by));
    if (officer == null) {
      letters.said(reference, words);
    } else {
      letters.guarded(reference, held.requesterId(), officer);
    }
  }

  /** All of the case, the oldest first. */
  @Transactional(readOnly = true)
  public List<Protection> of(CaseReference reference) {
    return jdbc.sql(
            """
            select p.words, o.name, p.protected_on from casework.protection p
            left join platform.officer o using (officer_id)
            where p.case_id = :case order by p.recorded_at, p.protection_id
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Protection(
                row.getString(1),
                Objects.requireNonNullElse(row.getString(2), ""),
                row.getObject(3, LocalDate.class)))
        .list();
  }

  private void insert(CaseReference reference, UUID id, String words, @Nullable UUID officerId) {
    jdbc.sql(
            """
            insert into casework.protection (protection_id, case_id, words, officer_id, protected_on)
            values (:id, :case, :words, :officer, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("words", words)
        .param("officer", officerId)
        .param("on", days.today())
        .update();
  }
}
