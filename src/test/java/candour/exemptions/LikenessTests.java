package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candour.casework.CaseReference;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copied reasons are found when they are proposed, and justified before they are approved. */
@PortalTest
class LikenessTests {

  @Autowired Exemptions exemptions;
  @Autowired Background background;
  @Autowired Samples samples;
  @Autowired DirectSql sql;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;

  private final Random random = new Random();
  private Officer proposer;
  private Officer approver;

  @BeforeEach
  void officers() {
    proposer = samples.officer("Proposer", Role.CASEWORKER);
    approver = samples.officer("Approver", Role.SENIOR);
  }

  @Test
  void words_of_ones_own_are_like_no_other() {
    var first = propose(ownWords());
    var second = propose(ownWords());
    assertThat(likenesses(first)).isEmpty();
    assertThat(likenesses(second)).isEmpty();
  }

  @Test
  void a_copied_reason_is_found_in_another_case_and_not_in_the_same() {
    var copied = words();
    var original = ownWords();
    original.lesserStep = copied;
    var first = propose(original);
    var same = ownWords();
    same.reference = first.reference();
    same.item = sql.item(first.reference());
    same.lesserStep = copied;
    assertThat(likenesses(propose(same))).isEmpty();

    var copy = ownWords();
    var changed = "<b>" + copied.toUpperCase().replace(" ", "  ") + "</b> on 3 May.";
    copy.limbs.put(Limb.B, new Limb.Finding(true, changed));
    var second = propose(copy);
    assertThat(likenesses(second))
        .hasSize(2)
        .allSatisfy(it -> {
          assertThat(it.reason()).isEqualTo(Reason.LIMB_B);
          assertThat(it.words()).isEqualTo(changed);
          assertThat(it.other().reason()).isEqualTo(Reason.LESSER_STEP);
          assertThat(it.other().words()).isEqualTo(copied);
          assertThat(it.other().reference()).isEqualTo(first.reference());
          assertThat(it.share().doubleValue()).isBetween(0.6, 1.0);
          assertThat(it.own()).anyMatch(span -> span.shared());
          assertThat(it.others()).anyMatch(span -> span.shared());
        });
  }

  @Test
  void every_reason_is_compared_and_the_closest_three_are_kept() {
    var telling = new Conclusion.Apply(new Telling.NotTold(words(), days.today().plusMonths(2)));
    var sample = ownWords();
    sample.conclusion = telling;
    for (int copies = 0; copies < 4; copies++) {
      propose(in(samples.generalCase(), sample));
    }
    var last = likenesses(propose(in(samples.generalCase(), sample)));
    assertThat(
            last.stream().collect(Collectors.groupingBy(Likeness::reason, Collectors.counting())))
        .hasSize(Reason.values().length - 1) // all but going on not telling
        .allSatisfy((_, found) -> assertThat(found).isEqualTo(3));
    assertThat(last).allSatisfy(it -> assertThat(it.share()).isEqualByComparingTo("1"));
  }

  @Test
  void what_is_copied_is_approved_with_a_justification_only_and_what_is_not_without() {
    var copied = words();
    var original = ownWords();
    original.lesserStep = copied;
    var first = propose(original);
    var copy = ownWords();
    copy.lesserStep = copied;
    var second = propose(copy);
    var silent = new Approval("I read the page and agree.", new Telling.Told(), true, null);
    assertThat(refusal(() -> approve(second, silent))).isEqualTo("likeness-is-justified");
    var justified = SampleProposal.approval("I read the page and agree.", new Telling.Told());
    approve(second, justified);
    assertThat(ruling(second).likenessReason()).isEqualTo(justified.likenessReason());
    approve(first, justified);
    assertThat(ruling(first).likenessReason()).isNull();
  }

  @Test
  void an_officer_sees_what_became_of_what_another_proposed() {
    var waiting = propose(ownWords());
    var approved = propose(ownWords());
    var returned = propose(ownWords());
    approve(approved, SampleProposal.approval("I read the page and agree.", new Telling.Told()));
    approver
        .acting()
        .run(() ->
            exemptions.giveBack(returned.reference(), returned.id(), approver, "Which operation?"));
    var record = approver.acting().call(() -> background.trackRecord(proposer.id(), waiting.id()));
    assertThat(record)
        .extracting(
            Background.TrackRecord::approved,
            Background.TrackRecord::returned,
            Background.TrackRecord::overturned,
            Background.TrackRecord::waiting)
        .containsExactly(1L, 1L, 0L, 0L);
    assertThat(record.latest())
        .extracting(Background.Earlier::state)
        .containsExactly("returned", "in-force");
    for (int more = 0; more < 10; more++) {
      propose(ownWords());
    }
    var later = approver.acting().call(() -> background.trackRecord(proposer.id(), approved.id()));
    assertThat(later.waiting()).isEqualTo(11);
    assertThat(later.latest()).hasSize(10).noneMatch(it -> it.id().equals(waiting.id()));
  }

  @Test
  void how_often_a_provision_was_overturned_is_counted_by_whom() {
    var before = overturns();
    var proposal = ownWords();
    proposal.provision = Provision.ART_21_1;
    var overturned = propose(proposal);
    approve(overturned, SampleProposal.approval("I read and agree.", new Telling.Told()));
    assertThat(overturns().approved()).isEqualTo(before.approved() + 1);
    assertThat(overturns().overturned()).isEqualTo(before.overturned());
    var outcome =
        new Overruling(
            Overruling.Authority.TRIBUNAL, days.today(), "EA/2026/0001", "The tribunal disagreed.");
    approver
        .acting()
        .run(() -> exemptions.overturn(overturned.reference(), overturned.id(), approver, outcome));
    assertThat(overturns().by().getOrDefault(Ending.By.TRIBUNAL, 0L))
        .isEqualTo(before.by().getOrDefault(Ending.By.TRIBUNAL, 0L) + 1);
    assertThat(overturns().approved()).isEqualTo(before.approved() + 1);
  }

  private Background.Overturns overturns() {
    return approver.acting().call(() -> background.overturns(Provision.ART_21_1));
  }

  private SampleProposal in(CaseReference reference, SampleProposal sample) {
    sample.reference = reference;
    sample.item = sql.item(reference);
    return sample;
  }

  /** A proposal in a case of its own, no reason of which was ever given before. */
  private SampleProposal ownWords() {
    var sample = in(samples.generalCase(), new SampleProposal());
    sample.proposedBy = proposer.id();
    sample.decidedOn = days.today();
    sample.reviewOn = days.today().plusMonths(6);
    sample.prejudice = new Proposal.Prejudice(words(), words());
    sample.lesserStep = words();
    sample.considerations.replaceAll((_, _) -> words());
    sample.limbs.replaceAll((_, _) -> new Limb.Finding(true, words()));
    return sample;
  }

  private String words() {
    return random
        .ints(30, 0, 1_000_000)
        .mapToObj(number -> "word" + Integer.toString(number, 36).replaceAll("[0-9]", "ŵ"))
        .collect(Collectors.joining(" "));
  }

  private Proposal propose(SampleProposal sample) {
    var proposal = sample.build();
    proposer.acting().run(() -> exemptions.propose(proposal, proposer));
    return proposal;
  }

  private void approve(Proposal proposal, Approval approval) {
    approver
        .acting()
        .run(() -> exemptions.approve(proposal.reference(), proposal.id(), approver, approval));
  }

  private Ruling ruling(Proposal proposal) {
    var now = approver.acting().call(() -> exemptions.get(proposal.reference(), proposal.id()));
    return ((Determination.InForce) now).ruling();
  }

  private List<Likeness> likenesses(Proposal proposal) {
    return approver.acting().call(() -> exemptions.likenesses(proposal.reference(), proposal.id()));
  }

  private String refusal(Runnable attempt) {
    return catchThrowableOfType(Refusal.class, attempt::run).rule();
  }
}
