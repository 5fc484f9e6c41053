package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows about determinations, written past every line of the portal but its database's. */
@Component
class DirectSql {

  private final JdbcClient jdbc;
  private final Samples samples;

  DirectSql(JdbcClient jdbc, Samples samples) {
    this.jdbc = jdbc;
    this.samples = samples;
  }

  /** The rule or constraint that undid the transaction; {@code nothing} if it committed. */
  String refusal(Runnable work) {
    try {
      samples.run(Acting.system(), () -> work.run());
      return "nothing";
    } catch (Refusal refusal) {
      return refusal.rule();
    } catch (RuntimeException e) {
      return named(e);
    }
  }

  private static String named(RuntimeException e) {
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof PSQLException refused
        && refused.getServerErrorMessage() != null) {
      var message = refused.getServerErrorMessage();
      return Objects.requireNonNullElse(
          message.getConstraint(), String.valueOf(message.getMessage()));
    }
    throw e;
  }

  /** A page of the case that can be decided on. */
  Item item(CaseReference reference) {
    var item =
        new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Case notes, page 2");
    return samples.as(
        Acting.system(),
        () -> {
          jdbc.sql(
                  "insert into exemptions.item (item_id, case_id, kind, within_id, words) values (?, ?, ?, ?, ?)")
              .params(List.of(item.id(), reference.value(), "PAGE", item.withinId(), item.words()))
              .update();
          return item;
        });
  }

  /** Ends the case as a release does. */
  void answer(CaseReference reference) {
    jdbc.sql(
            "update casework.request set stage = 'ANSWERED', outcome = 'DISCLOSED', answered_on = received_on"
                + " where case_id = ?")
        .param(reference.value())
        .update();
  }

  /** How many rows of a table belong to the case. */
  long count(String table, CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from exemptions." + table + " where case_id = ?")
                .param(reference.value())
                .query(Long.class)
                .single());
  }

  void propose(ProposalRow row) {
    propose(row, 7);
  }

  /** Leaves out what its reasons are found by. */
  void proposeUnsketched(ProposalRow row) {
    insert(row);
    consider(row, 7);
  }

  void propose(ProposalRow row, int considerations) {
    insert(row);
    sketch(row);
    consider(row, considerations);
  }

  private void insert(ProposalRow row) {
    var names = row.columns().keySet();
    jdbc.sql(
            "insert into exemptions.proposal (%s) values (%s)"
                .formatted(
                    String.join(", ", names),
                    names.stream().map(it -> ":" + it).collect(Collectors.joining(", "))))
        .params(row.columns())
        .update();
  }

  private void consider(ProposalRow row, int considerations) {
    jdbc.sql(
            """
            insert into exemptions.consideration (proposal_id, code, words)
            select ?, unnest((array['VULNERABILITY', 'RIGHTS_FREEDOMS', 'REFUGEE_CONVENTION', 'TRAFFICKING_CONVENTION',
              'S55_BCIA_2009', 'UK_GDPR_COMPLIANCE', 'OTHER_DUTY'])[:?]), 'Considered for this page alone.'
            """)
        .param(row.id())
        .param(considerations)
        .update();
  }

  /** Numbers by which each of the reasons can be found, like those of no other proposal. */
  private void sketch(ProposalRow row) {
    jdbc.sql(
            """
            insert into exemptions.sketch (proposal_id, case_id, field, hashes)
            select proposal_id, case_id, field, array[hashtextextended(proposal_id::text || field, 0)]
            from exemptions.proposal cross join unnest(array['PREJUDICE_TO', 'PREJUDICE_LIKELIHOOD', 'LESSER_STEP',
              'VULNERABILITY', 'RIGHTS_FREEDOMS', 'REFUGEE_CONVENTION', 'TRAFFICKING_CONVENTION', 'S55_BCIA_2009',
              'UK_GDPR_COMPLIANCE', 'OTHER_DUTY', 'LIMB_A', 'LIMB_B', 'LIMB_C', 'NOT_TELLING']) field
            where proposal_id = ? and (field <> 'NOT_TELLING' or tell_reason is not null)
            """)
        .param(row.id())
        .update();
  }

  /** Says that a reason of one proposal is close to the same of another. */
  void alike(ProposalRow row, ProposalRow other, double share) {
    jdbc.sql(
            """
            insert into exemptions.likeness (proposal_id, field, case_id, other_id, other_field, other_case_id, share)
            values (?, 'LIMB_A', ?, ?, 'LIMB_A', ?, ?)
            """)
        .param(row.id())
        .param(row.columns().get("case_id"))
        .param(other.id())
        .param(other.columns().get("case_id"))
        .param(share)
        .update();
  }

  void rule(UUID id, String ruling, UUID proposer, UUID decider) {
    rule(id, ruling, null, ruling.equals("APPROVED"), proposer, decider);
  }

  void rule(
      UUID id,
      String ruling,
      @Nullable String likenessReason,
      boolean namesNobody,
      UUID proposer,
      UUID decider) {
    rule(id, ruling, likenessReason, namesNobody, proposer, decider, SampleProposal.TODAY);
  }

  void rule(
      UUID id,
      String ruling,
      @Nullable String likenessReason,
      boolean namesNobody,
      UUID proposer,
      UUID decider,
      LocalDate on) {
    jdbc.sql(
            """
            insert into exemptions.ruling (proposal_id, ruling, reason, likeness_reason, summary_names_nobody,
              proposed_by, decided_by, decided_on)
            values (?, ?, 'Read and agreed to.', ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(ruling)
        .param(likenessReason)
        .param(namesNobody)
        .param(proposer)
        .param(decider)
        .param(on)
        .update();
  }

  void tell(
      UUID id,
      boolean told,
      @Nullable String reason,
      boolean proposedTold,
      UUID proposer,
      UUID approver) {
    jdbc.sql(
            """
            insert into exemptions.tell_decision (proposal_id, told, reason, proposed_told, proposed_by, approved_by)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(told)
        .param(reason)
        .param(proposedTold)
        .param(proposer)
        .param(approver)
        .update();
  }

  void stand(ProposalRow row, String kind) {
    jdbc.sql(
            """
            insert into exemptions.standing (proposal_id, case_id, case_kind, item_id, provision)
            values (:proposal_id, :case_id, :kind, :item_id, :provision)
            """)
        .params(row.columns())
        .param("kind", kind)
        .update();
  }

  void unstand(UUID id) {
    jdbc.sql("delete from exemptions.standing where proposal_id = ?").param(id).update();
  }

  void end(UUID id, @Nullable UUID officer, String by) {
    jdbc.sql(
            """
            insert into exemptions.ending (proposal_id, ending, reason, ended_by, officer_id, ended_on)
            values (?, 'WITHDRAWN', 'No longer needed.', ?, ?, current_date)
            """)
        .param(id)
        .param(by)
        .param(officer)
        .update();
  }

  int occasion(UUID id) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select occasion_no from exemptions.proposal where proposal_id = ?")
                .param(id)
                .query(Integer.class)
                .single());
  }

  void insert(String statement, Object... values) {
    jdbc.sql(statement).params(values).update();
  }

  void run(String statement) {
    jdbc.sql(statement).update();
  }
}
