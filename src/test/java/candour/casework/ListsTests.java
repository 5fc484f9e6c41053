package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Listed.Place;
import candour.casework.OpenRedress.Kind;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Explained;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits over all cases: read from indexes that hold it, and off the list once it is done. */
@PortalTest
class ListsTests {

  @Autowired Reclassifications reclassifications;
  @Autowired Guarded guarded;
  @Autowired Alerts alerts;
  @Autowired Casework casework;
  @Autowired Wishes wishes;
  @Autowired Twins twins;
  @Autowired Samples samples;
  @Autowired Explained explained;
  @Autowired JdbcClient jdbc;

  private Officer officer;
  private CaseReference reference;

  @BeforeEach
  void open() {
    officer = samples.officer("Planner", Role.SENIOR);
    reference = samples.guardedCase();
  }

  @Test
  void lists_of_what_waits_need_no_sort_and_no_whole_table() {
    for (var kind : Kind.values()) {
      var top = Place.TOP;
      var redress =
          plan(
              OpenRedress.PAGE,
              Map.of(
                  "kind", kind.name(),
                  "acknowledged", top.later(),
                  "date", top.date(),
                  "id", top.id(),
                  "rows", 51));
      assertThat(redress).contains("open_redress_listed");
    }
    assertThat(plan(Alerts.OPEN, Map.of("most", 20))).contains("open_alert_listed");
    assertThat(
            plan(ReclassificationRows.UNDECIDED, Map.of("officer", Identifiers.next(), "most", 50)))
        .contains("open_reclassification_pkey");
  }

  @Test
  void the_end_of_a_guard_waits_for_others_until_one_of_them_decides() {
    var proposer = samples.officer("Proposer", Role.SENIOR);
    var id = guarded.proposed(reference, proposer);
    assertThat(waiting(officer)).contains(id);
    assertThat(waiting(proposer)).doesNotContain(id);
    officer
        .acting()
        .run(() -> reclassifications.giveBack(reference, id, "It says so in words.", officer));
    assertThat(waiting(officer)).doesNotContain(id);
  }

  @Test
  void nothing_waits_of_a_request_that_is_withdrawn_or_joined_to_another() {
    var older = samples.guardedCase();
    var newer = samples.guardedCase();
    for (var each : List.of(reference, newer)) {
      guarded.proposed(each, samples.officer("Proposer", Role.SENIOR));
      assertThat(kept(each)).isOne();
    }
    samples
        .holderOf(reference)
        .acting()
        .run(() -> wishes.take(reference, Wish.Wanted.WITHDRAWAL, "", null));
    assertThat(kept(reference)).isZero();
    var asked = samples.as(officer.acting(), () -> casework.summary(older));
    var twin = new Twin(older, asked.number(), asked.receivedOn(), false);
    officer.acting().run(() -> twins.join(newer, twin, officer, "She told us so on the phone."));
    assertThat(kept(newer)).isZero();
  }

  private long kept(CaseReference of) {
    return samples.as(
        officer.acting(),
        () ->
            jdbc.sql("select count(*) from casework.open_reclassification where case_id = ?")
                .param(of.value())
                .query(Long.class)
                .single());
  }

  @Test
  void what_is_told_twice_stands_on_the_list_once_until_somebody_has_looked_at_the_last() {
    raise(Alerts.Kind.OBJECTION);
    raise(Alerts.Kind.NOT_ME);
    var looked = told().getLast();
    assertThat(looked.again()).isNull();
    raise(Alerts.Kind.NOT_ME);
    assertThat(told())
        .extracting(Alerts.Alert::kind)
        .containsExactly(Alerts.Kind.OBJECTION, Alerts.Kind.NOT_ME);
    officer.acting().run(() -> alerts.seen(reference, looked.id(), officer));
    var again = told().getLast();
    assertThat(again.kind()).as("told after they had looked").isEqualTo(Alerts.Kind.NOT_ME);
    assertThat(again.again()).isNotNull();
    officer.acting().run(() -> alerts.seen(reference, again.id(), officer));
    assertThat(told()).hasSize(1);
    raise(Alerts.Kind.NOT_ME);
    assertThat(told()).hasSize(2);
  }

  @Test
  void what_two_tell_at_once_is_kept_of_both() throws Exception {
    Races.atOnce(2, () -> raise(Alerts.Kind.NOT_ME));
    assertThat(told()).hasSize(1);
    assertThat(
            samples.as(
                officer.acting(),
                () ->
                    jdbc.sql("select count(*) from casework.alert where case_id = ?")
                        .param(reference.value())
                        .query(Long.class)
                        .single()))
        .isEqualTo(2);
  }

  @Test
  void the_requests_of_one_person_are_found_without_reading_all() {
    var asker = Map.of("requester", Identifiers.next());
    assertThat(explained.plan(officer.acting(), Casework.CASES_OF, asker))
        .doesNotContain("Seq Scan on request");
  }

  private boolean raise(Alerts.Kind kind) {
    samples.run(samples.holderOf(reference).acting(), () -> alerts.raise(reference, kind));
    return true;
  }

  private List<Alerts.Alert> told() {
    return officer.acting().call(() -> alerts.open(reference));
  }

  private List<UUID> waiting(Officer senior) {
    return senior.acting().call(() -> reclassifications.decidableBy(senior, 10_000)).stream()
        .map(Reclassification.Undecided::id)
        .toList();
  }

  private String plan(String sql, Map<String, ?> values) {
    var plan = explained.plan(officer.acting(), sql, values);
    assertThat(plan).doesNotContain("Sort").doesNotContainPattern("Seq Scan on (?!account)");
    return plan;
  }
}
