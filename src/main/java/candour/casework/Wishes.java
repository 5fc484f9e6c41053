package candour.casework;

import candour.casework.CaseEvent.RequestChanged;
import candour.casework.Wish.Wanted;
import candour.platform.Days;
import candour.platform.Identifiers;
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
 * Changes of a request by the word of whoever made it; an officer records what comes by post, phone
 * or in person. Each is also a message of theirs, so that it answers an open question.
 */
@Component
@Transactional
public class Wishes {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Correspondence correspondence;
  private final WishLetters letters;
  private final Days days;
  private final ApplicationEventPublisher events;

  Wishes(
      JdbcClient jdbc,
      Requests requests,
      Correspondence correspondence,
      WishLetters letters,
      Days days,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.correspondence = correspondence;
    this.letters = letters;
    this.days = days;
    this.events = events;
  }

  /**
   * Takes up a wish, today; the same one sent twice is one. A withdrawal closes the case at once
   * and for good.
   *
   * @param words at most 20,000 characters; for more or less, what; by an officer, at least 10
   * @param officer null for the requester
   * @throws Refusal {@code case-is-answered} if there is nothing left to change or to withdraw
   */
  public void take(
      CaseReference reference, Wanted wanted, String words, @Nullable Officer officer) {
    var held = requests.hold(reference);
    var today = days.today();
    if (isLast(reference, wanted, words, today)) {
      return;
    }
    if (wanted == Wanted.WITHDRAWAL || wanted.changesTheSearch()) {
      requests.holdWorkable(reference);
    }
    var officerId = officer == null ? null : officer.id();
    correspondence.heard(reference, officerId, letters.said(reference, wanted, words), wanted);
    add(reference, wanted, words, officerId, today);
    if (wanted == Wanted.WITHDRAWAL) {
      letters.withdrawn(reference, held.requesterId(), today);
    }
  }

  /** All of a case, earliest first. */
  @Transactional(readOnly = true)
  public List<Wish> of(CaseReference reference) {
    return jdbc.sql(
            """
            select w.*, o.name as officer_name from casework.wish w
            left join platform.officer o using (officer_id)
            where w.case_id = :case order by w.recorded_at, w.wish_id
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Wish(
                row.getObject("wish_id", UUID.class),
                Wanted.valueOf(row.getString("wanted")),
                row.getString("words"),
                row.getObject("wished_on", LocalDate.class),
                row.getString("officer_name")))
        .list();
  }

  private boolean isLast(CaseReference reference, Wanted wanted, String words, LocalDate today) {
    var wishes = of(reference);
    return !wishes.isEmpty()
        && wishes.getLast().wanted() == wanted
        && (wanted == Wanted.WITHDRAWAL
            || wishes.getLast().words().equals(words) && wishes.getLast().on().equals(today));
  }

  private void add(
      CaseReference reference,
      Wanted wanted,
      String words,
      @Nullable UUID officerId,
      LocalDate on) {
    var id = Identifiers.next();
    jdbc.sql(
            """
            insert into casework.wish (wish_id, case_id, wanted, words, officer_id, wished_on)
            values (:id, :case, :wanted, :words, :officer, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("wanted", wanted.name())
        .param("words", words)
        .param("officer", officerId)
        .param("on", on)
        .update();
    events.publishEvent(new RequestChanged(reference.value(), id, wanted, officerId));
  }
}
