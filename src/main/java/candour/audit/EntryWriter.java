package candour.audit;

import candour.audit.merkle.Leaf;
import candour.audit.merkle.Opening;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Fact;
import candour.platform.Identifiers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient jdbc;
  private final Openings openings;
  private final Days days;
  private final String policy;

  EntryWriter(
      JdbcClient jdbc,
      Openings openings,
      Days days,
      @Value("${candour.log.policy}") String policy) {
    this.jdbc = jdbc;
    this.openings = openings;
    this.days = days;
    this.policy = policy;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void write(Fact fact) {
    var now = days.now();
    var actor = Objects.requireNonNull(Acting.current(), "a fact is brought about by somebody");
    var opening = Opening.seal(Payload.of(fact, actor, now, rows()), RANDOM);
    var leaf =
        new Leaf(
            fact.factClass(), fact.provision(), Days.of(now), policy, null, opening.commitment());
    var id = Identifiers.next();
    insert(id, fact, leaf, opening);
    if (fact.isPublic()) {
      open(id, opening.file(leaf));
    }
  }

  /** See {@code common.logged}. */
  private List<String> rows() {
    return jdbc.sql("select common.rows_to_log()")
        .query((row, _) -> row.getString(1).lines().toList())
        .single();
  }

  private void open(UUID id, String opening) {
    jdbc.sql("insert into audit.opened (entry_id, opening) values (:id, :opening)")
        .param("id", id)
        .param("opening", opening)
        .update();
  }

  private void insert(UUID id, Fact fact, Leaf leaf, Opening opening) {
    jdbc.sql(
            """
            insert into audit.entry (entry_id, class, provision, day, leaf, case_id, opening)
            values (:id, :class, :provision, :day, :leaf, :case, :opening)
            """)
        .param("id", id)
        .param("class", leaf.kind())
        .param("provision", leaf.provision())
        .param("day", leaf.day())
        .param("leaf", leaf.bytes())
        .param("case", fact.caseId())
        .param(
            "opening",
            openings.seal(id, fact.caseId(), opening.file(leaf).getBytes(StandardCharsets.UTF_8)))
        .update();
  }
}
