package candour.ledger;

import static candour.ledger.LedgerDesk.AT_ONCE;
import static candour.ledger.LedgerDesk.OUTSIDE;
import static candour.ledger.LedgerDesk.TO_CLEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.ledger.Candidate.Basis;
import candour.ledger.Candidate.Certainty;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Locale;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who an entry is about, and who sees it. */
@PortalTest
class MatchingTests {

  @Autowired LedgerDesk desk;
  @Autowired Ledger ledger;
  @Autowired Samples samples;

  @BeforeEach
  void sign_in() {
    desk.signIn();
  }

  @Test
  void an_entry_matched_with_certainty_under_an_open_agreement_is_seen_at_once() {
    var name = LedgerDesk.aName();
    var person = desk.confirmed(name);
    desk.taken(
        AT_ONCE + name.toUpperCase(Locale.ROOT) + ",1956-03-04", TO_CLEAR + name + ",4/3/1956");
    assertThat(desk.seenBy(person))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it.items()).containsExactly(DataItem.LAST_ADDRESS));
    assertThat(desk.candidates(person))
        .extracting(Candidate::certainty, Candidate::shown)
        .containsExactly(
            Tuple.tuple(Certainty.CERTAIN, false), Tuple.tuple(Certainty.CERTAIN, true));
    assertThat(desk.factsAbout("disclosure.shown")).isPositive();
  }

  @Test
  void entries_that_came_first_are_matched_when_identity_is_accepted_and_not_before() {
    var name = LedgerDesk.aName();
    desk.taken(AT_ONCE + name + ",1956-03-04");
    var person = desk.register(name);
    desk.asOfficer(() -> ledger.matchKnown(person));
    assertThat(desk.seenBy(person)).isEmpty();
    assertThat(desk.candidates(person))
        .extracting(Candidate::basis)
        .containsExactly(Basis.FULL_NAME_AND_BIRTH_UNSETTLED);
    desk.confirm(person, true);
    desk.asOfficer(() -> ledger.matchKnown(person));
    desk.asOfficer(() -> ledger.matchKnown(person));
    assertThat(desk.seenBy(person)).hasSize(1);
  }

  @Test
  void an_identity_rejected_after_all_counts_for_nothing() {
    var name = LedgerDesk.aName();
    var person = desk.confirmed(name);
    desk.confirm(person, false);
    desk.taken(AT_ONCE + name + ",1956-03-04");
    assertThat(desk.seenBy(person)).isEmpty();
  }

  @Test
  void nobody_is_certain_where_two_fit() {
    var name = LedgerDesk.aName();
    var one = desk.confirmed(name);
    var other = desk.confirmed(name);
    desk.taken(AT_ONCE + name + ",1956-03-04");
    for (var person : List.of(one, other)) {
      assertThat(desk.seenBy(person)).isEmpty();
      assertThat(desk.candidates(person))
          .extracting(Candidate::certainty)
          .containsExactly(Certainty.PROBABLE);
      desk.clear(desk.only(person), person);
      assertThat(desk.seenBy(person)).hasSize(1);
    }
  }

  @Test
  void less_than_name_and_whole_birth_waits_for_an_officer() {
    var name = LedgerDesk.aName();
    var person = desk.confirmed(name);
    desk.taken(
        AT_ONCE + name + ",1956",
        AT_ONCE + name + ",",
        AT_ONCE + name + ",1957-03-04",
        OUTSIDE + name + ",1956-03-04");
    assertThat(desk.seenBy(person)).isEmpty();
    assertThat(desk.candidates(person))
        .extracting(Candidate::basis)
        .containsExactlyInAnyOrder(
            Basis.FULL_NAME_AND_PART_OF_BIRTH, Basis.FULL_NAME, Basis.FULL_NAME_AND_BIRTH);
  }

  @Test
  void clearing_shows_an_entry_once_and_only_a_candidate_of_somebody_confirmed() {
    var name = LedgerDesk.aName();
    var person = desk.confirmed(name);
    desk.taken(TO_CLEAR + name + ",1956-03-04");
    var entry = desk.only(person);
    var stranger = desk.confirmed(LedgerDesk.aName());
    assertThatThrownBy(() -> desk.clear(entry, stranger)).hasMessage("not-a-candidate");
    var unconfirmed = desk.register(name);
    assertThatThrownBy(() -> desk.clear(entry, unconfirmed)).hasMessage("identity-not-accepted");
    var before = desk.factsAbout("disclosure.shown");
    desk.clear(entry, person);
    desk.clear(entry, person);
    assertThat(desk.seenBy(person)).extracting(Disclosure::id).containsExactly(entry);
    assertThat(desk.factsAbout("disclosure.shown")).isEqualTo(before + 1);
  }

  @Test
  void a_requester_sees_only_what_is_shown_to_them() {
    var name = LedgerDesk.aName();
    var person = desk.confirmed(name);
    var other = desk.confirmed(LedgerDesk.aName());
    desk.taken(AT_ONCE + name + ",1956-03-04", TO_CLEAR + name + ",1956-03-04");
    var requester = new Acting(Acting.Role.REQUESTER, person, Identifiers.unguessable());
    assertThat(samples.as(requester, () -> ledger.shownTo(person))).hasSize(1);
    assertThat(samples.as(requester, () -> ledger.shownTo(other))).isEmpty();
    assertThat(samples.as(requester, () -> desk.count("ledger.disclosure"))).isEqualTo(1);
    assertThat(samples.as(requester, () -> desk.count("ledger.shown"))).isEqualTo(1);
    assertThat(samples.as(requester, () -> desk.count("ledger.match"))).isZero();
    assertThat(samples.as(Acting.visitor(null), () -> desk.count("ledger.disclosure"))).isZero();
  }
}
