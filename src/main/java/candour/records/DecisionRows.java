package candour.records;

import candour.casework.CaseReference;
import candour.platform.DocumentId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions on pages: each stays, the newest counts. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DecisionRows {

  /**
   * A decision; the prepared page is null exactly where the page is withheld.
   *
   * @param replaces the decision that counts so far; null where nobody has decided. Where it counts
   *     no longer, the database refuses this one ({@code page-decided-meanwhile})
   */
  record New(
      UUID id,
      PageKey page,
      @Nullable UUID replaces,
      String decision,
      @Nullable Ground ground,
      @Nullable DocumentId prepared,
      List<Mark> marks,
      UUID decidedBy) {}

  private final JdbcClient jdbc;

  DecisionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts on record how many leaks the scan found in a prepared page. */
  void scanned(DocumentId prepared, CaseReference reference, int leaks) {
    jdbc.sql(
            "insert into records.leak_scan (document_id, case_id, leaks) values (:id, :case, :leaks)")
        .param("id", prepared.value())
        .param("case", reference.value())
        .param("leaks", leaks)
        .update();
  }

  /** Adds the decision, and from then on it counts. */
  void add(New decided) {
    var ground = decided.ground();
    var prepared = decided.prepared();
    jdbc.sql(
            """
            insert into records.page_decision (decision_id, record_id, page_no, case_id, decision, ground, proposal_id,
              reliance_id, prepared_id, scan_clean, regions, replaces, decided_by)
            values (:id, :record, :page, :case, :decision, :ground, :proposal, :reliance, :prepared, :clean, :regions, :replaces, :by)
            """)
        .param("id", decided.id())
        .param("record", decided.page().record().value())
        .param("page", decided.page().number())
        .param("case", decided.page().reference().value())
        .param("decision", decided.decision())
        .param("ground", ground == null ? null : ground.code())
        .param("proposal", ground == null ? null : ground.proposalId())
        .param("reliance", ground == null ? null : ground.relianceId())
        .param("prepared", prepared == null ? null : prepared.value())
        .param("clean", prepared == null ? null : Boolean.TRUE)
        .param("regions", decided.marks().size())
        .param("replaces", decided.replaces())
        .param("by", decided.decidedBy())
        .update();
    for (int i = 0; i < decided.marks().size(); i++) {
      addRegion(decided, i + 1, decided.marks().get(i));
    }
  }

  private void addRegion(New decided, int number, Mark mark) {
    jdbc.sql(
            """
            insert into records.region (decision_id, region_no, case_id, record_id, x, y, width, height, ground, proposal_id,
              reliance_id)
            values (:id, :no, :case, :record, :x, :y, :width, :height, :ground, :proposal, :reliance)
            """)
        .param("id", decided.id())
        .param("no", number)
        .param("case", decided.page().reference().value())
        .param("record", decided.page().record().value())
        .param("x", mark.place().x())
        .param("y", mark.place().y())
        .param("width", mark.place().width())
        .param("height", mark.place().height())
        .param("ground", mark.ground().code())
        .param("proposal", mark.ground().proposalId())
        .param("reliance", mark.ground().relianceId())
        .update();
  }
}
