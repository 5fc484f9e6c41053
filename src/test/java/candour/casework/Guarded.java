package candour.casework;

import candour.casework.Reclassification.State;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.Samples;
import java.time.Duration;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a guarded request through the steps towards the end of its guard. */
@Component
public class Guarded {

  static final String REASON =
      "You wrote that you need the file for a job application, and you have a passport.";

  private final Reclassifications reclassifications;
  private final GuardJob job;
  private final Casework casework;
  private final Samples samples;
  private final MovableClock clock;
  private final Days days;
  private final JdbcClient jdbc;

  Guarded(
      Reclassifications reclassifications,
      GuardJob job,
      Casework casework,
      Samples samples,
      MovableClock clock,
      Days days,
      JdbcClient jdbc) {
    this.reclassifications = reclassifications;
    this.job = job;
    this.casework = casework;
    this.samples = samples;
    this.clock = clock;
    this.days = days;
    this.jdbc = jdbc;
  }

  /** Proposed by one senior officer, approved by another: the requester has notice. */
  public UUID noticed(CaseReference reference) {
    var proposer = samples.officer("Proposer", Role.SENIOR);
    var approver = samples.officer("Approver", Role.SENIOR);
    var id = proposed(reference, proposer);
    approver.acting().run(() -> approve(reference, id, approver));
    return id;
  }

  public UUID proposed(CaseReference reference, Officer proposer) {
    return proposer
        .acting()
        .call(() ->
            reclassifications.propose(reference, Purpose.APPLICATION, REASON, null, proposer));
  }

  void approve(CaseReference reference, UUID id, Officer approver) {
    reclassifications.approve(reference, id, "I read the request and agree.", approver);
  }

  /** The mail, or the letter, is on its way. */
  public void goesOut(UUID id) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    update notifications.mail set sealed = null, sent_at = clock_timestamp()
                    where mail_id = (select message_id from casework.reclassification_notice where reclassification_id = ?)
                      and sent_at is null
                    """)
                .param(id)
                .update());
  }

  /** So many days later the portal's job has run. */
  public void later(int more) {
    clock.set(days.now().plus(Duration.ofDays(more)));
    Acting.system().run(job::endAll);
  }

  /** Gone out, run out, in effect. */
  public void ended(CaseReference reference) {
    goesOut(noticed(reference));
    later(15);
  }

  public boolean isGuarded(CaseReference reference) {
    return samples.as(Acting.system(), () -> casework.facts(reference)).guarded();
  }

  public State state(CaseReference reference) {
    return Acting.system().call(() -> reclassifications.of(reference)).getLast().state();
  }

  /** The rule that undid what this actor tried; {@code nothing} if it was done. */
  public String refusal(Acting acting, Runnable work) {
    try {
      samples.run(acting, () -> work.run());
      return "nothing";
    } catch (Refusal refusal) {
      return refusal.rule();
    } catch (RuntimeException atCommit) {
      if (NestedExceptionUtils.getMostSpecificCause(atCommit) instanceof PSQLException refused
          && refused.getServerErrorMessage() != null) {
        return String.valueOf(refused.getServerErrorMessage().getMessage());
      }
      throw atCommit;
    }
  }
}
