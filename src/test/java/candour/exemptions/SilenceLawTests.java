package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Superuser;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database refuses the portal itself of going on not telling, each by its rule's name. */
@PortalTest
class SilenceLawTests extends DeterminationLaw {

  private static final LocalDate ON = SampleProposal.TODAY.plusDays(20);
  private static final LocalDate REVIEW = SampleProposal.TODAY.plusDays(30);
  private static final LocalDate NEXT = ON.plusMonths(2);
  private static final String FIRST = "Telling would show how the operation is carried out.";
  private static final String FRESH = "They still do not know of the operation, which goes on.";
  private static final String AGREED = "I asked the team in charge today, and weighed it myself.";

  @Autowired Superuser superuser;

  @Test
  void only_what_is_in_force_and_untold_goes_on_untold() {
    var told = approved();
    assertThat(propose(told, FRESH, NEXT, proposer, ON)).isEqualTo("is-told");
    var open = quiet();
    assertThat(refusal(open)).isEqualTo("nothing");
    assertThat(propose(open.id(), FRESH, NEXT, proposer, ON)).isEqualTo("not-in-force");
    var untold = untold();
    var waits = waiting(untold);
    assertThat(
            sql.refusal(() -> {
              sql.end(untold, approver.id(), "OFFICE");
              sql.unstand(untold);
            }))
        .isEqualTo("nothing");
    assertThat(propose(untold, FRESH, NEXT, proposer, ON)).isEqualTo("not-in-force");
    assertThat(approve(waits, untold, AGREED, approver)).isEqualTo("not-in-force");
    assertThat(count(untold)).isZero();
  }

  @Test
  void each_time_needs_a_reason_and_a_day_of_its_own() {
    var id = untold();
    assertThat(propose(id, " ".repeat(60), NEXT, proposer, ON)).isEqualTo("silence-reason-check");
    assertThat(propose(id, "x", NEXT, proposer, ON)).isEqualTo("silence-reason-check");
    assertThat(propose(id, "x".repeat(20_001), NEXT, proposer, ON))
        .isEqualTo("silence-reason-check");
    assertThat(propose(id, FIRST, NEXT, proposer, ON)).isEqualTo("reason-is-not-fresh");
    assertThat(propose(id, FIRST.toUpperCase(java.util.Locale.ROOT) + " !", NEXT, proposer, ON))
        .isEqualTo("reason-is-not-fresh");
    assertThat(propose(id, FRESH, ON, proposer, ON)).isEqualTo("not-told-review-within-a-year");
    assertThat(propose(id, FRESH, ON.plusYears(1).plusDays(1), proposer, ON))
        .isEqualTo("not-told-review-within-a-year");
    assertThat(propose(id, FRESH, NEXT, proposer, REVIEW.plusDays(1))).isEqualTo("review-past");
    assertThat(propose(id, FRESH, NEXT, samples.officer("Releaser", Role.RELEASER), ON))
        .isEqualTo("caseworkers-only");
    waiting(id);
    assertThat(propose(id, "A second reason while the first one waits.", NEXT, proposer, ON))
        .isEqualTo("silence-proposed");
  }

  @Test
  void another_senior_officer_decides_for_as_good_a_reason() {
    var id = untold();
    var silence = waiting(id);
    assertThat(approve(silence, id, AGREED, proposer)).isEqualTo("four-eyes");
    assertThat(approve(silence, id, AGREED, samples.officer("Caseworker", Role.CASEWORKER)))
        .isEqualTo("senior-officer-only");
    assertThat(approve(silence, id, "x".repeat(39), approver)).isEqualTo("silence-ruling-check");
    assertThat(approve(silence, id, FRESH, approver)).isEqualTo("reason-is-not-fresh");
    assertThat(rule(silence, id, "APPROVED", AGREED, approver, REVIEW.plusDays(1)))
        .isEqualTo("review-past");
    assertThat(rule(silence, id, "RETURNED", "Tell them.", approver, ON)).isEqualTo("nothing");
    assertThat(approve(silence, id, AGREED, approver)).isEqualTo("silence_ruling_pkey");
    assertThat(reviewOn(id)).isEqualTo(REVIEW);
  }

  @Test
  void it_stands_until_the_new_day_after_the_answer_too_and_by_no_other_way() {
    var id = untold();
    assertThat(sql.refusal(() -> sql.answer(reference))).isEqualTo("nothing");
    var silence = waiting(id);
    assertThat(approve(silence, id, AGREED, approver)).isEqualTo("nothing");
    assertThat(reviewOn(id)).isEqualTo(NEXT);
    String moved =
        superuser.undone(jdbc ->
            sql.refusal(() ->
                jdbc.sql(
                        "update exemptions.standing set review_on = review_on + 1 where proposal_id = ?")
                    .param(id)
                    .update()));
    assertThat(moved).isEqualTo("evidence-is-append-only");
  }

  @Test
  void no_reason_escapes_comparison_and_nothing_else_is_compared() {
    var id = untold();
    var silence = Identifiers.next();
    assertThat(sql.refusal(() -> store(silence, id, FRESH, NEXT, proposer, ON)))
        .isEqualTo("sketched-in-full");
    var sketch =
        "insert into exemptions.sketch (proposal_id, case_id, field, hashes) values (?, ?, ?, '{1}')";
    assertThat(sql.refusal(() -> sql.insert(sketch, silence, reference.value(), "GOING_ON")))
        .isEqualTo("sketch-of-a-reason");
    assertThat(sql.refusal(() -> sql.insert(sketch, id, reference.value(), "GOING_ON")))
        .isEqualTo("sketch-of-a-reason");
    var other = samples.generalCase().value();
    assertThat(sql.refusal(() -> sql.insert(sketch, id, other, "LIMB_A")))
        .isEqualTo("sketch-of-a-reason");
  }

  private ProposalRow quiet() {
    return row(reference, sql.item(reference))
        .with("tell", false)
        .with("tell_reason", FIRST)
        .with("tell_review_on", REVIEW);
  }

  private UUID untold() {
    var row = quiet();
    assertThat(refusal(row)).isEqualTo("nothing");
    assertThat(
            sql.refusal(() -> {
              sql.rule(row.id(), "APPROVED", proposer.id(), approver.id());
              sql.tell(
                  row.id(),
                  false,
                  "The operation would be known, and it is not over.",
                  false,
                  proposer.id(),
                  approver.id());
              sql.stand(row, "GENERAL");
            }))
        .isEqualTo("nothing");
    return row.id();
  }

  private UUID waiting(UUID determination) {
    var silence = Identifiers.next();
    assertThat(propose(silence, determination, FRESH, NEXT, proposer, ON)).isEqualTo("nothing");
    return silence;
  }

  private String propose(
      UUID determination, String reason, LocalDate reviewOn, Officer by, LocalDate on) {
    return propose(Identifiers.next(), determination, reason, reviewOn, by, on);
  }

  private String propose(
      UUID silence,
      UUID determination,
      String reason,
      LocalDate reviewOn,
      Officer by,
      LocalDate on) {
    return sql.refusal(() -> {
      store(silence, determination, reason, reviewOn, by, on);
      sql.insert(
          "insert into exemptions.sketch (proposal_id, case_id, field, hashes) values (?, ?, 'GOING_ON', '{1}')",
          silence, reference.value());
    });
  }

  private void store(
      UUID silence,
      UUID determination,
      String reason,
      LocalDate reviewOn,
      Officer by,
      LocalDate on) {
    sql.insert(
        """
        insert into exemptions.silence (silence_id, proposal_id, case_id, reason, review_on, proposed_by, proposed_on)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        silence,
        determination,
        reference.value(),
        reason,
        reviewOn,
        by.id(),
        on);
  }

  private String approve(UUID silence, UUID determination, String reason, Officer by) {
    return rule(silence, determination, "APPROVED", reason, by, ON);
  }

  private String rule(
      UUID silence, UUID determination, String ruling, String reason, Officer by, LocalDate on) {
    return sql.refusal(() ->
        sql.insert(
            """
            insert into exemptions.silence_ruling (silence_id, proposal_id, case_id, ruling, reason, proposed_by,
              decided_by, decided_on)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            silence,
            determination,
            reference.value(),
            ruling,
            reason,
            proposer.id(),
            by.id(),
            on));
  }

  private LocalDate reviewOn(UUID id) {
    return superuser.undone(jdbc ->
        jdbc.sql("select review_on from exemptions.standing where proposal_id = ?")
            .param(id)
            .query(LocalDate.class)
            .single());
  }

  private long count(UUID id) {
    return superuser.undone(jdbc ->
        jdbc.sql("select count(*) from exemptions.waiting where proposal_id = ?")
            .param(id)
            .query(Long.class)
            .single());
  }
}
