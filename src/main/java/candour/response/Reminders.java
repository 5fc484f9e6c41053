package candour.response;

import candour.casework.CaseReference;
import candour.platform.Days;
import candour.response.ResponseEvent.CodeReminded;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people in advance that the code of an answer ends which they have not opened yet. */
@Component
@Transactional
class Reminders {

  static final Duration IN_ADVANCE = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Delivery delivery;
  private final Days days;
  private final ApplicationEventPublisher events;

  Reminders(JdbcClient jdbc, Delivery delivery, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.delivery = delivery;
    this.days = days;
    this.events = events;
  }

  /** A code that ends soon. */
  record Ending(UUID codeId, CaseReference reference, LocalDate on) {}

  /**
   * Those of which nobody was told yet; never one whose letter waits, whose answer was opened, or
   * whose case is erased.
   */
  @Transactional(readOnly = true)
  public List<Ending> due() {
    return jdbc.sql(
            """
            select c.code_id, c.case_id, c.expires_at from response.release_code c
            where not c.void and c.expires_at > :now and c.expires_at <= :soon
              and not exists (select from response.reminder r where r.code_id = c.code_id)
              and not exists (select from response.waiting_codes() w where w = c.code_id)
              and not exists (select from response.download d where d.pack_id = c.pack_id)
              and not exists (select from response.erasure_ruling e where e.case_id = c.case_id and e.approved)
            order by c.expires_at, c.code_id
            """)
        .param("now", days.now().atOffset(ZoneOffset.UTC))
        .param("soon", days.now().plus(IN_ADVANCE).atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Ending(
                row.getObject("code_id", UUID.class),
                new CaseReference(row.getObject("case_id", UUID.class)),
                Days.of(row.getTimestamp("expires_at").toInstant())))
        .list();
  }

  /** Queues the mail or letter, once. */
  public void send(Ending ending) {
    var first =
        jdbc.sql(
                    """
                    insert into response.reminder (code_id, case_id, sent_on) values (:code, :case, :on)
                    on conflict do nothing
                    """)
                .param("code", ending.codeId())
                .param("case", ending.reference().value())
                .param("on", days.today())
                .update()
            == 1;
    if (first) {
      delivery.remind(ending.reference(), ending.on());
      events.publishEvent(new CodeReminded(ending.reference().value(), ending.codeId()));
    }
  }
}
