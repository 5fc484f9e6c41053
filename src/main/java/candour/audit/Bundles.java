package candour.audit;

import candour.audit.OpeningRequests.OpeningRequest;
import candour.audit.log.PublishedLog;
import candour.platform.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that the log knows about one case, in one JSON file: of each entry the opening and the
 * proof, and of each answer every slot of its receipt. {@code opening} and {@code slots} are the
 * texts of the files that {@code VerifyLog.java} and {@code VerifyReceipt.java} read.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Bundles {

  private final JdbcClient jdbc;
  private final Openings openings;
  private final ReceiptRows receipts;
  private final PublishedLog log;
  private final JsonMapper json;

  Bundles(
      JdbcClient jdbc, Openings openings, ReceiptRows receipts, PublishedLog log, JsonMapper json) {
    this.jdbc = jdbc;
    this.openings = openings;
    this.receipts = receipts;
    this.log = log;
    this.json = json;
  }

  /** The file; a {@link Refusal} once the key of the case was destroyed. */
  byte[] of(UUID caseId, OpeningRequest request) {
    var opener = openings.of(caseId).orElseThrow(() -> new Refusal("case-is-erased"));
    var entries = entries(caseId, opener);
    return json.writeValueAsBytes(
        Map.of(
            "case", caseId.toString(),
            "request", request.id().toString(),
            "recipient", request.recipient().name(),
            "entries", entries));
  }

  private List<Map<String, @Nullable Object>> entries(UUID caseId, Openings.OfCase opener) {
    return jdbc.sql(
            """
            select e.entry_id, e.leaf, e.opening, e.rows, e.outlives_case, l.leaf_index from audit.entry e left join audit.leaf l using (entry_id)
            where e.case_id = :case order by e.recorded_at, e.entry_id
            """)
        .param("case", caseId)
        .query((row, _) ->
            entry(
                caseId,
                (row.getBoolean("outlives_case") ? openings.ofNoCase() : opener).file(row),
                row.getObject("leaf_index", Long.class)))
        .list();
  }

  private Map<String, @Nullable Object> entry(UUID caseId, String opening, @Nullable Long place) {
    Map<String, @Nullable Object> entry = new HashMap<>();
    entry.put("index", place);
    entry.put("opening", opening);
    entry.put("proof", place == null ? null : proof(place));
    var receipt = json.readTree(opening).at("/payload/fact/receipt").asString("");
    entry.put("slots", receipt.isEmpty() ? null : receipts.all(caseId, receipt).openAll());
    return entry;
  }

  /** Null while the entry is not under a signature. */
  private @Nullable String proof(long place) {
    try {
      return log.proof(place).toString();
    } catch (EmptyResultDataAccessException _) {
      return null;
    }
  }
}
