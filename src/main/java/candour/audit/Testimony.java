package candour.audit;

import candour.audit.merkle.Leaf;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.Opening;
import candour.platform.Acting;
import candour.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Compares what the log says, opening by opening, with the columns beside the leaves and with every
 * row that stands in the log ({@code common.logged}). Where a case's key was destroyed, the entry
 * of its erasure speaks for what is left; without such an entry no key may be gone.
 */
@Component
class Testimony {

  /** How far the portal's clock may be from the database's. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /**
   * What was found to agree.
   *
   * @param erased entries whose openings went with their case's key
   */
  record Agreed(long entries, long rows, long erased) {}

  private final JdbcClient jdbc;
  private final Openings openings;
  private final TransactionTemplate snapshot;

  Testimony(JdbcClient jdbc, Openings openings, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.openings = openings;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /**
   * @throws NotProven naming the first entry or row that does not agree
   */
  Agreed check() {
    return Objects.requireNonNull(
        Acting.system().call(() -> snapshot.execute(_ -> new Hearing().run())));
  }

  private final class Hearing {

    private final Claims claims = new Claims();
    private final Map<UUID, Optional<Openings.OfCase>> keys = new HashMap<>();
    private final Erased erasedCases = new Erased();
    private final Map<String, String> strangers = new LinkedHashMap<>();
    private long entries;
    private long erased;
    private long rows;

    Agreed run() {
      jdbc.sql(
              """
              select e.*, l.leaf_index, u.entry_id is not null as waiting
              from audit.entry e left join audit.leaf l using (entry_id) left join audit.unsequenced u using (entry_id)
              order by l.leaf_index nulls last, e.entry_id
              """)
          .withFetchSize(1_000)
          .query(this::entry);
      openings.erased().forEach(it -> erasedCases.destroyed(it, "the case " + it));
      erasedCases.check();
      jdbc.sql("select relation, row_key, digest from common.logged_rows()")
          .withFetchSize(1_000)
          .query(this::row);
      claims.unmet().ifPresent(this::changed);
      strangers.forEach(
          (table, key) -> unless(false, "the row %s of %s was never logged".formatted(key, table)));
      return new Agreed(entries, rows, erased);
    }

    private void entry(ResultSet row) throws SQLException {
      var id = row.getObject("entry_id", UUID.class);
      var place = row.getObject("leaf_index", Long.class);
      var name = place == null ? "the waiting entry " + id : "entry " + place;
      var leaf = leaf(name, row.getBytes("leaf"));
      unless(place != null || row.getBoolean("waiting"), name + " waits for no place");
      unless(Openings.says(row, leaf), name + " says something else than the columns beside it");
      var recorded = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
      unless(
          Duration.between(made(id), recorded).abs().compareTo(SKEW) < 0,
          name + " was not recorded when it says");
      unless(
          isSummary(row.getString("summary"), leaf),
          name + " has not the summary that it was written with");
      testimony(row, name, leaf);
      entries++;
    }

    private void testimony(ResultSet row, String name, Leaf leaf) throws SQLException {
      var caseId = row.getObject("case_id", UUID.class);
      var outlives = caseId == null || row.getBoolean("outlives_case");
      var key = outlives ? Optional.of(openings.ofNoCase()) : ofCase(caseId);
      if (key.isEmpty()) {
        erasedCases.destroyed(Objects.requireNonNull(caseId), name);
        erased++;
        return;
      }
      var says = opened(key.get(), name, row);
      unless(
          !outlives
              || caseId == null
              || says.at("/fact/caseId").asString().equals(caseId.toString()),
          name + " is about another case than it says");
      for (var line : says.path("rows")) {
        claims.say(name, line.asString());
      }
      erasedCases.hear(leaf.kind(), caseId, says.path("fact"));
    }

    private Optional<Openings.OfCase> ofCase(UUID caseId) {
      if (keys.size() > 10_000) {
        keys.clear();
      }
      return keys.computeIfAbsent(caseId, openings::of);
    }

    private void row(ResultSet row) throws SQLException {
      rows++;
      var table = row.getString("relation");
      if (!claims.find(table, row.getString("digest"))) {
        strangers.putIfAbsent(table, row.getString("row_key"));
      }
    }

    private void changed(Claims.Unmet claim) {
      var stranger = strangers.get(claim.table());
      throw new NotProven(
          "a row of %s that was logged in %s was changed or removed"
                  .formatted(claim.table(), claim.entry())
              + (stranger == null ? "" : "; it may be " + stranger));
    }
  }

  private static Leaf leaf(String name, byte[] leaf) {
    try {
      return Leaf.parse(leaf);
    } catch (NotProven e) {
      throw new NotProven(name + ": " + e.getMessage());
    }
  }

  private static boolean isSummary(@Nullable String kept, Leaf leaf) {
    try {
      var said = kept == null ? null : Opening.of(kept).commitment();
      return Objects.equals(said, leaf.summary());
    } catch (NotProven e) {
      return false;
    }
  }

  /** When the identifier was made (RFC 9562 §5.7). */
  private static Instant made(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  private static JsonNode opened(Openings.OfCase key, String name, ResultSet row)
      throws SQLException {
    try {
      return key.payload(row);
    } catch (Refusal e) {
      throw new NotProven(name + " has not the opening that it was written with");
    }
  }

  private static void unless(boolean good, String otherwise) {
    if (!good) {
      throw new NotProven(otherwise);
    }
  }
}
