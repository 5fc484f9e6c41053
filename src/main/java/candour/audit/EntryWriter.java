package candour.audit;

import candour.audit.merkle.Leaf;
import candour.audit.merkle.Opening;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Fact;
import candour.platform.Identifiers;
import candour.platform.LastStatement;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    var ready = openings.ready(fact.outlivesCase() ? null : fact.caseId());
    var opening = Opening.seal(Payload.of(fact, actor, now, ready.rows()), RANDOM);
    var summary = fact.summary() == null ? null : Opening.seal(fact.summary(), RANDOM);
    var leaf = leaf(fact, Days.of(now), summary, opening);
    var id = Identifiers.next();
    var sealed = Openings.seal(ready.sealer(), id, opening.file(leaf));
    insert(id, fact, leaf, sealed, summary == null ? null : summary.file(leaf));
    if (fact.isPublic()) {
      open(id, opening.file(leaf));
    }
  }

  private Leaf leaf(Fact fact, LocalDate day, @Nullable Opening summary, Opening opening) {
    return new Leaf(
        fact.factClass(),
        fact.provision(),
        day,
        policy,
        summary == null ? null : summary.commitment(),
        opening.commitment());
  }

  private void open(UUID id, String opening) {
    last.send("insert into audit.opened (entry_id, opening) values (?, ?)", List.of(id, opening));
  }

  private void insert(UUID id, Fact fact, Leaf leaf, byte[] opening, @Nullable String summary) {
    last.send(
        """
        insert into audit.entry (entry_id, class, provision, day, leaf, case_id, opening, outlives_case, summary)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        Arrays.asList(
            id,
            leaf.kind(),
            leaf.provision(),
            leaf.day(),
            leaf.bytes(),
            fact.caseId(),
            opening,
            fact.outlivesCase(),
            summary));
  }
}
