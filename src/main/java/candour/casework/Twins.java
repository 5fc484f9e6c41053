package candour.casework;

import candour.casework.CaseEvent.RequestJoined;
import candour.casework.Wish.Wanted;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests that may be the same: in the same name, with the same date of birth, and to be reached
 * by the same e-mail. Nobody is refused for it; somebody may join them.
 */
@Component
@Transactional
public class Twins {

  private final JdbcClient jdbc;
  private final Wishes wishes;
  private final WishLetters letters;
  private final Requests requests;
  private final Days days;
  private final ApplicationEventPublisher events;

  Twins(
      JdbcClient jdbc,
      Wishes wishes,
      WishLetters letters,
      Requests requests,
      Days days,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.wishes = wishes;
    this.letters = letters;
    this.requests = requests;
    this.days = days;
    this.events = events;
  }

  /** The ten earliest others; none once the request is answered or ended. */
  @Transactional(readOnly = true)
  public List<Twin> of(CaseReference reference) {
    return jdbc.sql("select * from casework.may_be_same(:case) limit 10")
        .param("case", reference.value())
        .query((row, _) ->
            new Twin(
                new CaseReference(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("newer")))
        .list();
  }

  /**
   * Joins two: the newer ends today, and what it asked for is added to the older.
   *
   * @param officer null where the requester said so; the portal itself then does it for them
   * @param reason by an officer, at least 10 characters
   * @throws Refusal {@code not-the-same-request} if they may not be the same, or one is closed;
   *     {@code joining-keeps-the-guard} if the newer is guarded and the older is not
   */
  public void join(CaseReference reference, Twin twin, @Nullable Officer officer, String reason) {
    var newer = twin.newer() ? twin.reference() : reference;
    var older = twin.newer() ? reference : twin.reference();
    var officerId = officer == null ? null : officer.id();
    var asked = letters.askedFor(requests.asked(newer), requests.summary(newer).number());
    jdbc.sql(
            """
            insert into casework.joined (case_id, into_id, reason, officer_id, joined_on)
            values (:newer, :older, :reason, :officer, :on)
            """)
        .param("newer", newer.value())
        .param("older", older.value())
        .param("reason", reason)
        .param("officer", officerId)
        .param("on", days.today())
        .update();
    events.publishEvent(new RequestJoined(newer.value(), older.value(), officerId));
    wishes.take(older, Wanted.MORE, asked, officer);
  }

  /** The number of the request to which this one was joined; null if it was not. */
  @Transactional(readOnly = true)
  public @Nullable String joinedTo(CaseReference reference) {
    return jdbc.sql(
            """
            select r.number from casework.joined j join casework.request r on r.case_id = j.into_id
            where j.case_id = :case
            """)
        .param("case", reference.value())
        .query((row, _) -> row.getString(1))
        .optional()
        .orElse(null);
  }
}
