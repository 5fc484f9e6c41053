package candour.exemptions;

import candour.casework.CaseReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every determination ever proposed; rows are added and ruled on, never rewritten. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Determinations {

  private static final String SELECT =
      """
      select p.*, i.kind as item_kind, i.words as item_words,
        array(select c.code from exemptions.consideration c where c.proposal_id = p.proposal_id
          order by c.code) as considered,
        array(select c.words from exemptions.consideration c where c.proposal_id = p.proposal_id
          order by c.code) as considered_words,
        r.ruling, r.reason as ruling_reason, r.decided_by, r.decided_on as ruled_on, r.likeness_reason,
        t.told, t.reason as told_reason, exemptions.untold_until(p.proposal_id) as untold_until,
        e.ending, e.ended_by, e.reason as ending_reason, e.officer_id,
        e.outcome_on, e.outcome_reference, e.ended_on
      from exemptions.proposal p
        join exemptions.item i on i.item_id = p.item_id
        left join exemptions.ruling r on r.proposal_id = p.proposal_id
        left join exemptions.tell_decision t on t.proposal_id = p.proposal_id
        left join exemptions.ending e on e.proposal_id = p.proposal_id
      where p.case_id = :case
      """;

  static final String LAPSING =
      """
      select s.case_id, s.proposal_id, s.review_on, s.provision, i.words, s.review_on < p.review_on as untold
      from exemptions.standing s join exemptions.item i using (item_id) join exemptions.proposal p using (proposal_id)
      where s.review_on <= :by %s
      order by s.review_on, s.proposal_id limit :most
      """;

  static final String LATER =
      """
      and (s.review_on, s.proposal_id) > (exemptions.last_day(:after), :after)
      """;

  private final JdbcClient jdbc;

  Determinations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Determination> of(CaseReference reference) {
    return jdbc.sql(SELECT + "order by p.recorded_at, p.proposal_id")
        .param("case", reference.value())
        .query(DeterminationRow::read)
        .list();
  }

  public Determination get(CaseReference reference, DeterminationId id) {
    return jdbc.sql(SELECT + "and p.proposal_id = :id")
        .param("case", reference.value())
        .param("id", id.value())
        .query(DeterminationRow::read)
        .single();
  }

  /** Who decided on what stands, and on not telling of it. */
  public Set<UUID> deciders(CaseReference reference) {
    return jdbc.sql(
            """
            select unnest(array[p.proposed_by, r.decided_by]) from exemptions.standing s
              join exemptions.proposal p using (proposal_id) join exemptions.ruling r using (proposal_id)
              where s.case_id = :case
            union
            select unnest(array[r.proposed_by, r.decided_by]) from exemptions.standing s
              join exemptions.silence_ruling r using (proposal_id)
              where s.case_id = :case and r.ruling = 'APPROVED'
            """)
        .param("case", reference.value())
        .query((row, _) -> row.getObject(1, UUID.class))
        .set();
  }

  /** What came to its end after this moment, the earliest first. */
  public List<Determination.Ended> endedSince(CaseReference reference, Instant moment) {
    return jdbc
        .sql(SELECT + "and e.recorded_at > :moment order by e.recorded_at, p.proposal_id")
        .param("case", reference.value())
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(DeterminationRow::read)
        .list()
        .stream()
        .map(Determination.Ended.class::cast)
        .toList();
  }

  /** What stands and is to be reviewed by this day, the earliest first, from after that one. */
  public List<Lapsing> lapsing(LocalDate by, @Nullable DeterminationId after, int most) {
    return jdbc.sql(after == null ? LAPSING.formatted("") : LAPSING.formatted(LATER))
        .param("by", by)
        .param("after", after == null ? null : after.value())
        .param("most", most)
        .query((row, _) ->
            new Lapsing(
                new CaseReference(row.getObject("case_id", UUID.class)),
                new DeterminationId(row.getObject("proposal_id", UUID.class)),
                row.getObject("review_on", LocalDate.class),
                Provision.valueOf(row.getString("provision")),
                row.getString("words"),
                row.getBoolean("untold")))
        .list();
  }

  public void add(Determination.Proposed proposed) {
    var proposal = proposed.proposal();
    var telling =
        proposal.conclusion() instanceof Conclusion.Apply(var proposing) ? proposing : null;
    jdbc.sql(
            """
            insert into exemptions.proposal (proposal_id, case_id, item_id, within_id, provision, art5_addon, purpose,
              extent, prejudice_to, prejudice_likelihood, lesser_step, review_on, limb_a_met, limb_a_reason,
              limb_b_met, limb_b_reason, limb_c_met, limb_c_reason, outcome, tell, tell_reason, tell_review_on,
              summary, decided_on, proposed_by)
            values (:id, :case, :item, :within, :provision, :article5, :purpose, :extent, :prejudiceTo, :likelihood,
              :lesserStep, :reviewOn, :limbA, :limbAReason, :limbB, :limbBReason, :limbC, :limbCReason,
              :outcome, :tell, :tellReason, :tellReviewOn, :summary, :decidedOn, :proposedBy)
            """)
        .param("id", proposal.id().value())
        .param("case", proposal.reference().value())
        .param("item", proposal.item().id())
        .param("within", proposal.item().withinId())
        .param("provision", proposal.provision().name())
        .param("article5", proposal.article5())
        .param("purpose", proposal.purpose().name())
        .param("extent", proposal.extent().name())
        .param("prejudiceTo", proposal.prejudice().to())
        .param("likelihood", proposal.prejudice().likelihood())
        .param("lesserStep", proposal.lesserStep())
        .param("reviewOn", proposal.reviewOn())
        .params(limbs(proposal.limbs()))
        .param("outcome", proposal.applies() ? "APPLIED" : "NOT_APPLIED")
        .param("tell", told(telling))
        .param("tellReason", telling instanceof Telling.NotTold(var reason, _) ? reason : null)
        .param("tellReviewOn", telling instanceof Telling.NotTold(_, var on) ? on : null)
        .param("summary", proposal.summary())
        .param("decidedOn", proposal.decidedOn())
        .param("proposedBy", proposal.proposedBy())
        .update();
    proposal.considerations().forEach((code, words) -> consider(proposal.id(), code, words));
  }

  private void consider(DeterminationId id, Consideration consideration, String words) {
    jdbc.sql(
            "insert into exemptions.consideration (proposal_id, code, words) values (:id, :code, :words)")
        .param("id", id.value())
        .param("code", consideration.name())
        .param("words", words)
        .update();
  }

  private static Map<String, ?> limbs(Map<Limb, Limb.Finding> limbs) {
    return limbs.entrySet().stream()
        .flatMap(limb -> finding("limb" + limb.getKey(), limb.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<Map.Entry<String, ?>> finding(String limb, Limb.Finding finding) {
    return Stream.of(Map.entry(limb, finding.met()), Map.entry(limb + "Reason", finding.reason()));
  }

  private static @Nullable Boolean told(@Nullable Telling telling) {
    return telling == null ? null : telling instanceof Telling.Told;
  }
}
