package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import candour.casework.CaseFacts;
import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.casework.Stage;
import candour.exemptions.immigration.GuardResult;
import candour.exemptions.immigration.WindrushGuard;
import candour.platform.Controller;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTests {

  /** Nobody but the guard can say clear. */
  static final GuardResult CLEAR =
      WindrushGuard.check(
          new CaseFacts(
              new CaseReference(Identifiers.unguessable()),
              Identifiers.next(),
              Identifiers.next(),
              false,
              Purpose.NOT_SAID,
              Stage.REVIEW),
          new Controller(
              "",
              "",
              true,
              "ENGLAND_AND_WALES",
              "",
              "",
              "",
              Controller.Enforcement.NOT_STATED,
              false,
              14,
              6));

  private static final String FORTY = "x".repeat(40);

  private final SampleProposal sample = new SampleProposal();

  @Test
  void a_lawful_proposal_is_put_forward() {
    for (var role : Set.of(Role.CASEWORKER, Role.SENIOR)) {
      var proposer = new Officer(sample.proposedBy, "Proposer", Set.of(role));
      assertThat(sample.build().propose(proposer, CLEAR).proposal().applies()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CASEWORKER", "SENIOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void only_who_works_cases_proposes(Role role) {
    var other = new Officer(sample.proposedBy, "Other", Set.of(role));
    assertThat(refused(() -> sample.build().propose(other, CLEAR))).isEqualTo("caseworkers-only");
  }

  @Test
  void nobody_proposes_for_somebody_else() {
    var other = new Officer(Identifiers.next(), "Other", Set.of(Role.SENIOR));
    assertThat(refused(() -> sample.build().propose(other, CLEAR)))
        .isEqualTo("proposed-by-oneself");
  }

  @ParameterizedTest
  @EnumSource
  void applying_needs_every_limb_and_refraining_does_not(Limb limb) {
    sample.limbs.put(limb, new Limb.Finding(false, FORTY));
    assertThat(refused()).isEqualTo("all-three-limbs");
    sample.conclusion = new Conclusion.Refrain();
    assertThat(sample.build().applies()).isFalse();
    sample.limbs.remove(limb);
    assertThat(refused()).isEqualTo("all-three-limbs");
  }

  @ParameterizedTest
  @EnumSource
  void each_consideration_has_words_of_its_own(Consideration consideration) {
    sample.considerations.put(consideration, "x".repeat(19));
    assertThat(refused()).isEqualTo("says-too-little");
    sample.considerations.put(consideration, "x".repeat(20));
    assertThat(sample.build().considerations()).hasSize(7);
    sample.considerations.remove(consideration);
    assertThat(refused()).isEqualTo("seven-considerations");
  }

  @Test
  void a_review_falls_within_a_year() {
    var today = LocalDate.of(2028, 2, 29);
    assertThat(Proposal.isWithinAYear(today, today)).isFalse();
    assertThat(Proposal.isWithinAYear(today.plusDays(1), today)).isTrue();
    assertThat(Proposal.isWithinAYear(LocalDate.of(2029, 2, 28), today)).isTrue();
    assertThat(Proposal.isWithinAYear(LocalDate.of(2029, 3, 1), today)).isFalse();
    sample.reviewOn = SampleProposal.TODAY.plusYears(1).plusDays(1);
    assertThat(refused()).isEqualTo("review-within-a-year");
  }

  @Test
  void not_telling_is_reviewed_within_a_year_as_well() {
    sample.conclusion =
        new Conclusion.Apply(new Telling.NotTold(FORTY, SampleProposal.TODAY.plusYears(2)));
    assertThat(refused()).isEqualTo("not-told-review-within-a-year");
  }

  @Test
  void no_decision_is_older_than_its_rule() {
    sample.decidedOn = LocalDate.of(2024, 3, 7);
    assertThat(refused()).isEqualTo("rule-in-force");
  }

  @Test
  void spaces_are_no_reason() {
    sample.lesserStep = "No lesser step" + " ".repeat(60);
    assertThat(refused()).isEqualTo("says-too-little");
    sample.lesserStep = "\u00a0\n\t\u2003".repeat(30);
    assertThat(refused()).isEqualTo("says-too-little");
  }

  @Test
  void what_is_too_long_is_refused() {
    sample.lesserStep = "x".repeat(20_001);
    assertThat(refused()).isEqualTo("says-too-little");
    sample.lesserStep = "\ud83d\udcc4".repeat(20_000);
    assertThat(sample.build().lesserStep()).hasSize(40_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An operation that began on the 3rd of the month",
        "An operation that began in February, at a port",
        "Gweithrediad a ddechreuodd ym mis Chwefror",
        "An operation run by an officer, a.b@home.example",
        "An operation that began in \u0968\u0966\u0968\u096b, at a port",
        "Too short"
      })
  void a_summary_that_may_give_the_person_away_is_refused(String summary) {
    sample.summary = summary;
    assertThat(refused()).isEqualTo("summary-names-nobody");
  }

  @Test
  void a_summary_names_no_part_of_the_subjects_name() {
    var names = people("Grace Hope O'Neil", "formerly Siân Grant, also known as Mrs N. Fox");
    for (var named :
        List.of(
            "How Hope is watched at a port",
            "How O'NEIL is watched at a port",
            "How a file on Sian is kept at a port",
            "How the Grant papers are kept at a port",
            "How FOX and others are watched at a port")) {
      assertThat(Summary.faults(named, names)).containsExactly(Summary.Fault.NAME);
    }
    for (var unnamed :
        List.of(
            "There is no hope of saying less, nor of a grant",
            "Known methods, formerly used, are also described as such")) {
      assertThat(Summary.faults(unnamed, names)).as(unnamed).isEmpty();
    }
    assertThat(
            Summary.faults(
                "\u09a8\u09be\u09ae \u09b0\u09b9\u09bf\u09ae, how he is watched",
                people("\u09b0\u09b9\u09bf\u09ae")))
        .containsExactly(Summary.Fault.NAME);
    assertThat(Summary.faults("How Nakamura is watched at a port", people("nakamura yuki")))
        .containsExactly(Summary.Fault.NAME);
  }

  @Test
  void a_summary_names_no_officer_case_or_month() {
    var names = new Summary.Names(List.of(), List.of("May Office", "Page", "Siôn Prys"));
    assertThat(Summary.faults("How sion prys, an officer, watched a port", names))
        .containsExactly(Summary.Fault.OFFICER);
    assertThat(Summary.faults("How the Home Office keeps a page about a port", names)).isEmpty();
    assertThat(Summary.faults("What SAR-ABCD-EFGH says of a method", names))
        .containsExactly(Summary.Fault.REFERENCE);
    assertThat(Summary.faults("What was found out in May, at a port", names))
        .containsExactly(Summary.Fault.DATE);
    assertThat(Summary.faults("May show how a port is watched, or may not", names)).isEmpty();
  }

  private static Summary.Names people(String... names) {
    return new Summary.Names(List.of(names), List.of());
  }

  private String refused() {
    return refused(sample::build);
  }

  private static String refused(ThrowingCallable attempt) {
    return catchThrowableOfType(Refusal.class, attempt).rule();
  }
}
