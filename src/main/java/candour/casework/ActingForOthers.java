package candour.casework;

import candour.casework.CaseEvent.AuthorityEnded;
import candour.casework.CaseEvent.AuthorityRuled;
import candour.identity.AuthorityOnRecord;
import candour.identity.AuthorityOnRecord.Cause;
import candour.identity.AuthorityRuling;
import candour.identity.Representations;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the authority of whoever asked for somebody else. It moves no clock: only a
 * reasonable doubt with a question sent does (UK GDPR Art. 12(6), 12A).
 */
@Component
@Transactional
public class ActingForOthers {

  private final Requests requests;
  private final Representations representations;
  private final Alerts alerts;
  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  ActingForOthers(
      Requests requests,
      Representations representations,
      Alerts alerts,
      JdbcClient jdbc,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.representations = representations;
    this.alerts = alerts;
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /** The authority on which the request rests; empty where somebody asked for themselves. */
  @Transactional(readOnly = true)
  public Optional<AuthorityOnRecord> of(CaseReference reference) {
    return representations.of(requests.facts(reference).requesterId());
  }

  /** Whether whoever is signed in, else whoever asked, may follow the request today, in London. */
  @Transactional(readOnly = true)
  public boolean mayAct(CaseReference reference) {
    return jdbc.sql("select casework.may_act(:case, :today)")
        .param("case", reference.value())
        .param("today", days.today())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Whether that is somebody who asks for another here. */
  @Transactional(readOnly = true)
  public boolean asksFor(CaseReference reference, UUID requesterId) {
    return of(reference).filter(it -> it.requesterId().equals(requesterId)).isPresent();
  }

  /** Whether whoever is on record so may follow the request today, in London. */
  @Transactional(readOnly = true)
  public boolean mayAct(CaseReference reference, UUID requesterId) {
    return jdbc.sql("select casework.may_act(:case, :today, :requester)")
        .param("case", reference.value())
        .param("today", days.today())
        .param("requester", requesterId)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Whether whoever is signed in, else whoever asked, may be given the answer now. */
  @Transactional(readOnly = true)
  public boolean mayReceive(CaseReference reference) {
    return jdbc.sql("select casework.may_receive(:case, :now)")
        .param("case", reference.value())
        .param("now", days.now().atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Whether the code that opens the answer goes to whoever is on record so, as things stand. */
  @Transactional(readOnly = true)
  public boolean isSentTheCode(CaseReference reference, UUID requesterId) {
    return jdbc.sql("select casework.recipient(:case) is not distinct from :requester")
        .param("case", reference.value())
        .param("requester", requesterId)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /**
   * Accepts or rejects the authority; the last ruling counts, and the same sent twice is one.
   *
   * @param registerChecked whether the regulator's register was looked at
   * @param reason 10 to 4,000 characters
   * @throws Refusal as {@link Representations#rule} does
   */
  public void rule(
      CaseReference reference,
      Officer officer,
      boolean accepted,
      boolean registerChecked,
      String reason) {
    var held = requests.hold(reference);
    var last = representations.of(held.requesterId()).flatMap(AuthorityOnRecord::ruling);
    if (last.filter(it -> it.accepted() == accepted && it.reason().equals(reason)).isPresent()) {
      return;
    }
    var id =
        representations.rule(
            held.requesterId(),
            new AuthorityRuling(accepted, registerChecked, reason, officer.id(), days.today()));
    events.publishEvent(new AuthorityRuled(reference.value(), id, officer.id(), accepted));
  }

  /**
   * Ends the authority today because the person took it back by phone, by letter or in person.
   *
   * @param words how the officer came to know; 10 to 4,000 characters
   */
  public void revoke(CaseReference reference, Officer officer, String words) {
    var held = requests.hold(reference);
    end(reference, held.requesterId(), Cause.REVOKED, words, officer.id());
  }

  /**
   * Ends the authority today because the person objected by the link that they were sent.
   *
   * @param words why, if they say
   */
  public void object(CaseReference reference, String words) {
    var held = requests.hold(reference);
    end(reference, held.requesterId(), Cause.OBJECTED, words, null);
  }

  private void end(
      CaseReference reference, UUID requester, Cause cause, String words, @Nullable UUID officer) {
    if (representations.end(requester, cause, words, officer, days.today())) {
      if (cause == Cause.OBJECTED) {
        alerts.raise(reference, Alerts.Kind.OBJECTION);
      }
      events.publishEvent(new AuthorityEnded(reference.value(), requester, cause, officer));
    }
  }
}
