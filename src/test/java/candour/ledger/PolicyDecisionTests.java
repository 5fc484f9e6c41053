package candour.ledger;

import static candour.ledger.PolicyDecision.Breach.ITEM_NOT_AGREED;
import static candour.ledger.PolicyDecision.Breach.NOT_IN_FORCE;
import static candour.ledger.PolicyDecision.Breach.NOT_LAST_RESORT;
import static candour.ledger.PolicyDecision.Breach.OTHER_ASKER;
import static candour.ledger.PolicyDecision.Breach.OTHER_HOLDER;
import static candour.ledger.PolicyDecision.Breach.REASON_NOT_AGREED;
import static org.assertj.core.api.Assertions.assertThat;

import candour.ledger.Asked.LastResort;
import candour.ledger.PolicyDecision.OutOfAgreement;
import candour.ledger.PolicyDecision.WithinAgreement;
import candour.ledger.SharingAgreement.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyDecisionTests {

  private static final LocalDate NARROWED = LocalDate.of(2018, 5, 9);
  private static final LocalDate WITHDRAWN = LocalDate.of(2018, 11, 9);
  private static final Version WIDE =
      new Version(
          new UUID(0, 1),
          LocalDate.of(2017, 1, 1),
          NARROWED,
          Set.of("OVERSTAYED"),
          Set.of(DataItem.LAST_ADDRESS),
          true);
  private static final Version NARROW =
      new Version(
          new UUID(0, 2),
          NARROWED,
          WITHDRAWN,
          Set.of("PUBLIC_SECURITY_RISK"),
          Set.of(DataItem.LAST_ADDRESS),
          false);
  private static final SharingAgreement AGREEMENT =
      new SharingAgreement("MOU", "NHS Digital", AskedBy.HOME_OFFICE, List.of(WIDE, NARROW));
  private static final Asked ASKED =
      new Asked(
          AskedBy.HOME_OFFICE,
          "NHS Digital",
          "",
          "OVERSTAYED",
          LastResort.SOURCES_TRIED,
          LocalDate.of(2017, 6, 1));

  @Test
  void an_ask_is_covered_by_the_version_in_force_on_its_day() {
    assertThat(judge(ASKED)).isEqualTo(new WithinAgreement(WIDE));
    assertThat(judge(on(NARROWED.minusDays(1)))).isEqualTo(new WithinAgreement(WIDE));
  }

  @Test
  void a_reason_that_the_narrowed_version_dropped_is_out_of_agreement_from_that_day() {
    assertThat(judge(on(NARROWED)))
        .isEqualTo(new OutOfAgreement(NARROW, List.of(REASON_NOT_AGREED)));
  }

  @Test
  void nothing_is_covered_before_the_first_or_after_the_last_day() {
    for (var day : List.of(LocalDate.of(2016, 12, 31), WITHDRAWN)) {
      assertThat(judge(on(day))).isEqualTo(new OutOfAgreement(null, List.of(NOT_IN_FORCE)));
    }
  }

  @Test
  void every_exception_to_the_last_resort_covers_and_none_does_not() {
    for (var lastResort : LastResort.values()) {
      var asked = new Asked(ASKED.by(), ASKED.of(), "", ASKED.reasonCode(), lastResort, ASKED.on());
      assertThat(judge(asked))
          .isEqualTo(
              lastResort == LastResort.NOT_SHOWN
                  ? new OutOfAgreement(WIDE, List.of(NOT_LAST_RESORT))
                  : new WithinAgreement(WIDE));
    }
  }

  @Test
  void an_item_outside_the_list_is_out_of_agreement() {
    var traced =
        new DisclosureOutcome.Traced(
            null, Set.of(DataItem.LAST_ADDRESS, DataItem.GP_CONTACT), ASKED.on());
    assertThat(AGREEMENT.judge(ASKED, traced))
        .isEqualTo(new OutOfAgreement(WIDE, List.of(ITEM_NOT_AGREED)));
  }

  @Test
  void the_agreement_covers_its_own_parties_alone() {
    var police =
        new Asked(
            AskedBy.POLICE, "A hospital", "", "OVERSTAYED", LastResort.SOURCES_TRIED, ASKED.on());
    assertThat(judge(police))
        .isEqualTo(new OutOfAgreement(WIDE, List.of(OTHER_ASKER, OTHER_HOLDER)));
  }

  private static PolicyDecision judge(Asked asked) {
    return AGREEMENT.judge(asked, new DisclosureOutcome.NotTraced());
  }

  private static Asked on(LocalDate day) {
    return new Asked(ASKED.by(), ASKED.of(), "", ASKED.reasonCode(), ASKED.lastResort(), day);
  }
}
