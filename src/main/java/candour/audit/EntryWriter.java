package candour.audit;

import candour.audit.merkle.Leaf;
import candour.audit.merkle.Opening;
import candour.audit.merkle.Salt;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Fact;
import candour.platform.Identifiers;
import candour.platform.LastStatement;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves an entry for every fact, in the transaction that makes it true: where the entry cannot be
 * written, the fact does not come about either.
 */
@Component
class EntryWriter {

  /** What the leaf commits to ends in rows that only the database knows. */
  private static final String ENTRY =
      """
      insert into audit.entry
        (entry_id, class, provision, day, case_id, outlives_case, opening, summary, rows, leaf)
      select cast(? as uuid), ?, ?, cast(? as date), cast(? as uuid), cast(? as boolean), cast(? as bytea), ?,
        written.rows, audit.committed(?, ?, ?, cast(? as text) || written.rows || '%s')
      from (select common.rows_to_log() as rows) written\
      """
          .formatted(Payload.END);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final LastStatement last;
  private final Openings openings;
  private final Days days;
  private final String policy;

  EntryWriter(
      LastStatement last,
      Openings openings,
      Days days,
      @Value("${candour.log.policy}") String policy) {
    this.last = last;
    this.openings = openings;
    this.days = days;
    this.policy = policy;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void write(Fact fact) {
    var now = days.now();
    var actor = Objects.requireNonNull(Acting.current(), "a fact is brought about by somebody");
    var sealer = openings.sealer(fact.outlivesCase() ? null : fact.caseId());
    var salt = Salt.fresh(RANDOM);
    var payload = Payload.of(fact, actor, now);
    var kept = salt + payload;
    var summary = fact.summary() == null ? null : Opening.seal(fact.summary(), RANDOM);
    var committed = summary == null ? null : summary.commitment();
    var day = Days.of(now);
    var leaf = Leaf.uncommitted(fact.factClass(), fact.provision(), day, policy, committed);
    var id = Identifiers.next();
    last.send(
        ENTRY,
        Arrays.asList(
            id,
            fact.factClass(),
            fact.provision(),
            day,
            fact.caseId(),
            fact.outlivesCase(),
            Openings.seal(sealer, id, leaf, kept),
            summary == null ? null : summary.kept(),
            leaf,
            salt.outer(),
            salt.inner(),
            payload));
    if (fact.isPublic()) {
      last.send("insert into audit.opened (entry_id, opening) values (?, ?)", List.of(id, kept));
    }
  }
}
