package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationEvent.DeterminationEnded;
import candour.exemptions.Overruling.Authority;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** How what is in force comes to its end, by the façade, by the job and by SQL. */
@PortalTest
@RecordApplicationEvents
class EndingTests {

  private static final String REASON = "The operation that the page describes is over.";

  @Autowired Exemptions exemptions;
  @Autowired Decisions decisions;
  @Autowired Samples samples;
  @Autowired DirectSql sql;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;
  @Autowired MovableClock clock;
  @Autowired ApplicationEvents events;

  private Officer proposer;
  private Officer senior;
  private CaseReference reference;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.CASEWORKER);
    senior = samples.officer("Senior", Role.SENIOR);
    reference = samples.generalCase();
  }

  /** A complaint has to be upheld first: {@code JudgeOfComplaintsTests}. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLAINT")
  void whoever_may_overrule_the_office_ends_it(Authority authority) {
    var id = inForce(days.today().plusMonths(6));
    var overruling = new Overruling(authority, days.today(), "IC-123456-A1B2", REASON);
    senior.acting().run(() -> exemptions.overturn(reference, id, senior, overruling));
    assertThat(ended(id).ending())
        .isEqualTo(new Ending.Overturned(overruling, senior.id(), days.today()));
    assertThat(events.stream(DeterminationEnded.class))
        .containsExactly(
            new DeterminationEnded(
                reference.value(),
                "uk-gdpr-15-1-3",
                id.value(),
                Ending.Kind.OVERTURNED,
                Ending.By.valueOf(authority.name()),
                senior.id()));
    assertThat(refusal(() -> exemptions.overturn(reference, id, senior, overruling)))
        .isEqualTo("not-in-force");
  }

  @Test
  void an_outcome_falls_between_the_approval_and_today() {
    var id = inForce(days.today().plusMonths(6));
    for (var day : List.of(days.today().minusDays(1), days.today().plusDays(1))) {
      var overruling = new Overruling(Authority.COURT, day, "[2026] EWHC 1", REASON);
      assertThat(refusal(() -> exemptions.overturn(reference, id, senior, overruling)))
          .isEqualTo("overruled-while-in-force");
    }
  }

  @Test
  void only_a_senior_officer_puts_it_on_record_and_says_enough() {
    var id = inForce(days.today().plusMonths(6));
    var overruling = new Overruling(Authority.TRIBUNAL, days.today(), "EA/2026/0001", REASON);
    assertThat(refusal(() -> exemptions.overturn(reference, id, proposer, overruling)))
        .isEqualTo("senior-officer-only");
    for (var words : List.of("", " ", "x         ")) {
      assertThat(refusal(() -> new Overruling(Authority.COURT, days.today(), words, REASON)))
          .isEqualTo("says-too-little");
      assertThat(refusal(() -> new Overruling(Authority.COURT, days.today(), "EA/1", words)))
          .isEqualTo("says-too-little");
    }
  }

  @Test
  void what_was_to_be_reviewed_lapses_the_day_after_in_london_and_once() {
    var soon = inForce(days.today().plusDays(3));
    var late = inForce(days.today().plusDays(4));
    assertThat(lapsing(3)).contains(soon).doesNotContain(late);
    forward(3);
    lapse();
    assertThat(standing()).containsExactlyInAnyOrder(soon.value(), late.value());
    forward(1);
    lapse();
    lapse();
    assertThat(standing()).containsExactly(late.value());
    assertThat(ended(soon).ending()).isEqualTo(new Ending.Lapsed(days.today()));
    assertThat(events.stream(DeterminationEnded.class).filter(this::isOurs))
        .containsExactly(
            new DeterminationEnded(
                reference.value(),
                "uk-gdpr-15-1-3",
                soon.value(),
                Ending.Kind.LAPSED,
                Ending.By.REVIEW_DATE,
                null));
  }

  @Test
  void nothing_lapses_before_its_time_whoever_asks() {
    var id = inForce(days.today().plusDays(3));
    assertThat(refusal(() -> decisions.lapse(reference, id))).isEqualTo("review-not-past");
  }

  @Test
  void what_ended_is_proposed_afresh_as_another_occasion() {
    var item = sql.item(reference);
    var first = inForce(item, days.today().plusDays(3));
    senior.acting().run(() -> exemptions.withdraw(reference, first, senior, REASON));
    var second = inForce(item, days.today().plusMonths(2));
    assertThat(List.of(sql.occasion(first.value()), sql.occasion(second.value())))
        .containsExactly(1, 2);
    assertThat(standing()).containsExactly(second.value());
  }

  @Test
  void unlawful_endings_are_refused_by_the_database() {
    var review = days.today().plusDays(3);
    var id = inForce(review);
    var today = days.today();
    var by = senior.id();
    refused(
        "ends-by-itself",
        id,
        "LAPSED",
        "REVIEW_DATE",
        REASON,
        null,
        null,
        null,
        review.plusDays(1));
    refused(
        "ends-by-itself", id, "LAPSED", "REVIEW_DATE", null, by, null, null, review.plusDays(1));
    refused("review-not-past", id, "LAPSED", "REVIEW_DATE", null, null, null, null, review);
    refused("ended-by-whom", id, "WITHDRAWN", "REVIEW_DATE", REASON, null, null, null, null);
    refused("ended-for-a-reason", id, "WITHDRAWN", "OFFICE", null, by, null, null, null);
    refused("ended-by-an-officer", id, "WITHDRAWN", "OFFICE", REASON, null, null, null, null);
    refused("ended-by-an-officer", id, "OVERTURNED", "COURT", REASON, null, today, "EA/1", null);
    refused("overturned-by-an-outcome", id, "WITHDRAWN", "OFFICE", REASON, by, today, null, null);
    refused("overturned-by-an-outcome", id, "OVERTURNED", "COURT", REASON, by, today, null, null);
    refused("overturned-by-an-outcome", id, "OVERTURNED", "COURT", REASON, by, null, "EA/1", null);
    refused(
        "overruled-while-in-force",
        id,
        "OVERTURNED",
        "COURT",
        REASON,
        by,
        today.minusDays(1),
        "EA/1",
        null);
    refused(
        "overruled-while-in-force",
        id,
        "OVERTURNED",
        "COURT",
        REASON,
        by,
        today.plusDays(1),
        "EA/1",
        null);
    refused(
        "senior-officer-only",
        id,
        "OVERTURNED",
        "COURT",
        REASON,
        proposer.id(),
        today,
        "EA/1",
        null);
    refused("nothing", id, "OVERTURNED", "COURT", REASON, by, today, "EA/1", null);
  }

  private void refused(
      String rule,
      DeterminationId id,
      String ending,
      String endedBy,
      @Nullable String reason,
      @Nullable UUID officer,
      @Nullable LocalDate outcomeOn,
      @Nullable String outcomeReference,
      @Nullable LocalDate on) {
    assertThat(
            sql.refusal(() -> {
              jdbc.sql(
                      """
                      insert into exemptions.ending (proposal_id, ending, ended_by, reason, officer_id, outcome_on,
                        outcome_reference, ended_on)
                      values (?, ?, ?, ?, ?, ?, ?, ?)
                      """)
                  .param(id.value())
                  .param(ending)
                  .param(endedBy)
                  .param(reason)
                  .param(officer)
                  .param(outcomeOn)
                  .param(outcomeReference)
                  .param(on == null ? days.today() : on)
                  .update();
              sql.unstand(id.value());
            }))
        .isEqualTo(rule);
  }

  private DeterminationId inForce(LocalDate reviewOn) {
    return inForce(sql.item(reference), reviewOn);
  }

  private DeterminationId inForce(Item item, LocalDate reviewOn) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = item;
    sample.proposedBy = proposer.id();
    sample.decidedOn = days.today();
    sample.reviewOn = reviewOn;
    var proposal = sample.build();
    proposer.acting().run(() -> exemptions.propose(proposal, proposer));
    senior
        .acting()
        .run(() ->
            exemptions.approve(
                reference,
                proposal.id(),
                senior,
                SampleProposal.approval(REASON, new Telling.Told())));
    return proposal.id();
  }

  private void lapse() {
    Acting.system().run(() -> Lapses.lapse(decisions, days));
  }

  private void forward(int more) {
    clock.set(clock.instant().plus(Duration.ofDays(more)));
  }

  private List<DeterminationId> lapsing(int within) {
    return senior
        .acting()
        .call(() -> exemptions.lapsing(days.today().plusDays(within), null, 10_000))
        .stream()
        .map(Lapsing::id)
        .toList();
  }

  private List<UUID> standing() {
    return senior.acting().call(() -> exemptions.inForce(reference)).stream()
        .map(it -> it.proposal().id().value())
        .toList();
  }

  private Determination.Ended ended(DeterminationId id) {
    return (Determination.Ended) senior.acting().call(() -> exemptions.get(reference, id));
  }

  private boolean isOurs(DeterminationEnded ended) {
    return ended.caseId().equals(reference.value());
  }

  private String refusal(Runnable attempt) {
    return catchThrowableOfType(Refusal.class, () -> senior.acting().run(attempt)).rule();
  }
}
