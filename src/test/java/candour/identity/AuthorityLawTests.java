package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.identity.AuthorityToAct.Basis;
import candour.identity.AuthorityToAct.ChildsWord;
import candour.identity.AuthorityToAct.Reach;
import candour.identity.AuthorityToAct.Scope;
import candour.identity.AuthorityToAct.Understanding;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That no authority stands in the database that the law does not know, whoever writes it. */
@PortalTest
class AuthorityLawTests {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
  private static final LocalDate LAST = LocalDate.of(2027, 7, 10);
  private static final Reach REACH = new Reach("client@example.org", null, null, "");

  @Autowired private Identity identity;
  @Autowired private Representations representations;
  @Autowired private Samples samples;
  @Autowired private JdbcClient jdbc;

  private Requester asker(@Nullable Representative who) {
    var subject = DataSubject.named("Winston Clarke", "", PartialDate.of(1962));
    var asker =
        Requester.about(subject, "a@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID)
            .as(who);
    samples.as(Acting.system(), () -> identity.register(subject, asker));
    return asker;
  }

  private static Representative who(Capacity capacity) {
    return capacity == Capacity.ADVISER
        ? Representative.adviser("Jo", "Firm", Regulator.BAR_STANDARDS_BOARD, "1")
        : Representative.close(capacity, "Jo", "a friend");
  }

  private static AuthorityToAct claim(
      Basis basis, Scope scope, @Nullable ChildsWord child, Reach reach) {
    return AuthorityToAct.claimed(basis, "", scope, FIRST, LAST, child, reach);
  }

  private void put(Requester asker, AuthorityToAct authority) {
    samples.as(
        Acting.system(),
        () -> {
          representations.claim(asker, authority);
          return asker;
        });
  }

  private void refused(Requester asker, AuthorityToAct authority) {
    assertThatThrownBy(() -> put(asker, authority)).isInstanceOf(DataAccessException.class);
  }

  private static @Nullable ChildsWord child(Capacity capacity) {
    return capacity == Capacity.PARENT ? new ChildsWord(Understanding.AGREES, false, "") : null;
  }

  private static Reach reach(Capacity capacity) {
    return capacity == Capacity.EXECUTOR ? Reach.NOBODY : REACH;
  }

  @ParameterizedTest
  @EnumSource(names = "SELF", mode = EnumSource.Mode.EXCLUDE)
  void each_capacity_rests_on_what_it_can_rest_on_and_nothing_else(Capacity capacity) {
    for (var basis : Basis.values()) {
      var asker = asker(who(capacity));
      var authority = claim(basis, Scope.RECEIVE, child(capacity), reach(capacity));
      if (Basis.of(capacity).contains(basis)) {
        put(asker, authority);
        assertThat(mayAct(asker, FIRST)).isTrue();
      } else {
        refused(asker, authority);
      }
    }
  }

  @Test
  void whoever_asks_for_themselves_has_no_authority_and_needs_none() {
    var self = asker(null);
    for (var basis : Basis.values()) {
      refused(self, claim(basis, Scope.FOLLOW, null, REACH));
    }
    assertThat(mayAct(self, FIRST)).isTrue();
    assertThat(mayAct(asker(who(Capacity.ADVISER)), FIRST)).as("nothing claimed").isFalse();
    var stranger =
        samples.as(Acting.system(), () -> representations.mayAct(UUID.randomUUID(), FIRST));
    assertThat(stranger).isFalse();
  }

  @Test
  void an_adviser_without_a_number_and_a_friend_with_one_are_refused() {
    assertThatThrownBy(
            () -> asker(Representative.adviser("Jo", "Firm", Regulator.BAR_STANDARDS_BOARD, "")))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() ->
            asker(
                new Representative(
                    Capacity.PARENT, "Jo", "mother", "Firm", Regulator.CILEX_REGULATION, "1")))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> asker(Representative.close(Capacity.PARENT, "Jo", "")))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_child_who_decides_for_themselves_is_passed_over_only_with_a_reason() {
    for (var understanding : Understanding.values()) {
      for (var inScotland : new boolean[] {false, true}) {
        for (var words : new String[] {"", "because"}) {
          var word = new ChildsWord(understanding, inScotland, words);
          var nobody = understanding == Understanding.DOES_NOT_UNDERSTAND;
          var authority =
              claim(
                  Basis.PARENTAL_RESPONSIBILITY,
                  Scope.RECEIVE,
                  word,
                  nobody ? Reach.NOBODY : REACH);
          var asker = asker(who(Capacity.PARENT));
          if (word.needsWords() && words.isEmpty()) {
            refused(asker, authority);
          } else {
            put(asker, authority);
          }
        }
      }
    }
  }

  @Test
  void it_does_not_end_before_it_begins_and_holds_on_its_days_alone() {
    var asker = asker(who(Capacity.ADVISER));
    refused(
        asker,
        AuthorityToAct.claimed(Basis.SIGNED_LETTER, "", Scope.FOLLOW, LAST, FIRST, null, REACH));
    put(asker, claim(Basis.SIGNED_LETTER, Scope.FOLLOW, null, REACH));
    assertThat(mayAct(asker, FIRST.minusDays(1))).isFalse();
    assertThat(mayAct(asker, LAST)).isTrue();
    assertThat(mayAct(asker, LAST.plusDays(1))).isFalse();
  }

  @Test
  void a_claim_to_follow_never_becomes_one_to_receive_and_nothing_is_rewritten() {
    var asker = asker(who(Capacity.ADVISER));
    put(asker, claim(Basis.SIGNED_LETTER, Scope.FOLLOW, null, REACH));
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () -> jdbc.sql("update identity.authority set scope = 'RECEIVE'").update()))
        .isInstanceOf(DataAccessException.class);
    var ruler = samples.officer("Ruler", Role.CASEWORKER);
    samples.as(
        ruler.acting(),
        () ->
            representations.rule(
                asker.id(),
                new AuthorityRuling(true, true, "Looked up and confirmed.", ruler.id(), FIRST)));
    assertThat(mayReceive(asker, Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
  }

  @Test
  void the_person_has_72_hours_and_no_less() {
    var asker = asker(who(Capacity.ADVISER));
    var authority = claim(Basis.SIGNED_LETTER, Scope.RECEIVE, null, REACH);
    put(asker, authority);
    var told = Instant.parse("2026-11-03T09:00:00Z");
    assertThatThrownBy(() -> tell(authority, told, Duration.ofHours(72).minusSeconds(1)))
        .hasMessageContaining("time-to-object");
    tell(authority, told, Duration.ofHours(72));
    assertThat(mayReceive(asker, told.plus(Duration.ofHours(100)))).as("unproven").isFalse();
    var ruler = samples.officer("Ruler", Role.CASEWORKER);
    assertThatThrownBy(() -> rule(asker, ruler.id(), false)).hasMessageContaining("register");
    rule(asker, ruler.id(), true);
    assertThat(mayReceive(asker, told.plus(Duration.ofHours(72)).minusSeconds(1))).isFalse();
    assertThat(mayReceive(asker, told.plus(Duration.ofHours(72)))).isTrue();
    assertThat(mayReceive(asker, Instant.parse("2027-07-10T22:59:59Z"))).isTrue();
    assertThat(mayReceive(asker, Instant.parse("2027-07-10T23:00:00Z"))).isFalse();
  }

  private void tell(AuthorityToAct authority, Instant at, Duration wait) {
    samples.as(
        Acting.system(),
        () -> {
          representations.told(
              Identifiers.unguessable(), authority.id(), new byte[32], at, at.plus(wait));
          return at;
        });
  }

  private void rule(Requester asker, UUID officer, boolean looked) {
    samples.as(
        Acting.system(),
        () ->
            representations.rule(
                asker.id(),
                new AuthorityRuling(true, looked, "The client confirmed it.", officer, FIRST)));
  }

  private boolean mayAct(Requester asker, LocalDate day) {
    return samples.as(Acting.system(), () -> representations.mayAct(asker.id(), day));
  }

  private boolean mayReceive(Requester asker, Instant at) {
    return samples.as(Acting.system(), () -> representations.mayReceive(asker.id(), at));
  }
}
