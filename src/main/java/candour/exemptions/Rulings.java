package candour.exemptions;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of proposals, and what stands because of it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Rulings {

  private final JdbcClient jdbc;

  Rulings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(Determination.Returned returned) {
    rule("RETURNED", returned.proposal(), returned.ruling());
  }

  public void add(Determination.NotApplied kept) {
    rule("APPROVED", kept.proposal(), kept.ruling());
  }

  public void add(Determination.InForce inForce) {
    rule("APPROVED", inForce.proposal(), inForce.ruling());
    tell(inForce);
    stand(inForce.proposal());
  }

  public void add(Determination.Ended ended) {
    var id = ended.proposal().id().value();
    var ending = ended.ending();
    jdbc.sql(
            """
            insert into exemptions.ending (proposal_id, ending, reason, ended_by, officer_id, outcome_on,
              outcome_reference, ended_on)
            values (:id, :ending, :reason, :by, :officer, :outcomeOn, :outcomeReference, :on)
            """)
        .param("id", id)
        .param("ending", ending.kind().name())
        .param("by", ending.by().name())
        .params(particulars(ending))
        .param("on", ending.on())
        .update();
    jdbc.sql("delete from exemptions.standing where proposal_id = :id").param("id", id).update();
  }

  private static Map<String, @Nullable Object> particulars(Ending ending) {
    return switch (ending) {
      case Ending.Withdrawn(var reason, var officer, _) -> particulars(reason, officer, null);
      case Ending.Reclassified _, Ending.Lapsed _ -> particulars(null, null, null);
      case Ending.Overturned(var overruling, var officer, _) ->
          particulars(overruling.reason(), officer, overruling);
    };
  }

  private static Map<String, @Nullable Object> particulars(
      @Nullable String reason, @Nullable UUID officer, @Nullable Overruling overruling) {
    var particulars = new HashMap<String, @Nullable Object>();
    particulars.put("reason", reason);
    particulars.put("officer", officer);
    particulars.put("outcomeOn", overruling == null ? null : overruling.on());
    particulars.put("outcomeReference", overruling == null ? null : overruling.reference());
    return particulars;
  }

  private void rule(String approvedOrReturned, Proposal proposal, Ruling ruling) {
    jdbc.sql(
            """
            insert into exemptions.ruling (proposal_id, ruling, reason, likeness_reason, summary_names_nobody,
              proposed_by, decided_by, decided_on)
            values (:id, :ruling, :reason, :likenessReason, :ruling = 'APPROVED', :proposedBy, :by, :on)
            """)
        .param("id", proposal.id().value())
        .param("ruling", approvedOrReturned)
        .param("reason", ruling.reason())
        .param("likenessReason", ruling.likenessReason())
        .param("proposedBy", proposal.proposedBy())
        .param("by", ruling.by())
        .param("on", ruling.on())
        .update();
  }

  private void tell(Determination.InForce inForce) {
    jdbc.sql(
            """
            insert into exemptions.tell_decision (proposal_id, told, reason, proposed_told, proposed_by, approved_by)
            select proposal_id, :told, :reason, tell, proposed_by, :by
            from exemptions.proposal where proposal_id = :id
            """)
        .param("id", inForce.proposal().id().value())
        .param("told", inForce.telling() instanceof Telling.Told)
        .param("reason", inForce.telling() instanceof Telling.NotTold(var why, _) ? why : null)
        .param("by", inForce.ruling().by())
        .update();
  }

  private void stand(Proposal proposal) {
    jdbc.sql(
            """
            insert into exemptions.standing (proposal_id, case_id, case_kind, item_id, provision)
            values (:id, :case, :kind, :item, :provision)
            """)
        .param("id", proposal.id().value())
        .param("case", proposal.reference().value())
        // Only a request of this kind can have one; any other is refused by the foreign key.
        .param("kind", "GENERAL")
        .param("item", proposal.item().id())
        .param("provision", proposal.provision().name())
        .update();
  }
}
