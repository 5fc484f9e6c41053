package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Searches.Search;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a case's row: who has it, how far it is, and what nobody can do to it. */
@PortalTest
class CaseRowTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Allocation allocation;
  @Autowired Searches searches;
  @Autowired JdbcClient jdbc;

  @Test
  void of_twenty_officers_at_once_one_takes_the_case_and_the_others_are_told() throws Exception {
    var reference = samples.generalCase();
    var officers =
        IntStream.range(0, 20)
            .mapToObj(i -> samples.officer("Officer " + i, Role.CASEWORKER))
            .toList();
    var refused =
        Races.atOnce(officers.stream().map(officer -> taking(reference, officer)).toList());
    assertThat(refused).filteredOn("case-is-taken"::equals).hasSize(19);
    assertThat(refused).containsOnlyOnce(Races.KEPT);
    var winner = officers.get(refused.indexOf(Races.KEPT));
    var summary = samples.as(Acting.system(), () -> casework.summary(reference));
    assertThat(summary.allocatedTo()).isEqualTo(winner.name());
    assertThat(summary.stage()).isEqualTo(Stage.TAKEN_ON);
  }

  private Callable<String> taking(CaseReference reference, Officer officer) {
    return Races.refusal(() -> officer.acting().run(() -> allocation.takeOn(reference, officer)));
  }

  @Test
  void a_case_is_passed_on_only_by_who_knows_who_has_it() throws Exception {
    var reference = samples.generalCase();
    var ann = samples.officer("Ann", Role.CASEWORKER);
    var ben = samples.officer("Ben", Role.CASEWORKER, Role.SENIOR);
    var releaser = samples.officer("Cat", Role.RELEASER);
    assertThat(taking(reference, ann).call()).isEmpty();
    assertThat(taking(reference, ann).call()).as("a second press of the button").isEmpty();
    assertThat(passing(reference, ben, ann, ann)).isEqualTo("");
    assertThat(passing(reference, releaser, ben, ann)).isEqualTo("case-is-taken");
    assertThat(passing(reference, ann, releaser, ann)).isEqualTo("not-a-caseworker");
    assertThat(passing(reference, ann, ben, ann)).isEqualTo("");
    assertThat(allocations(reference)).isEqualTo("Ben");
  }

  private String passing(CaseReference reference, Officer from, Officer to, Officer by) {
    try {
      return samples.as(
          by.acting(),
          () -> {
            allocation.allocate(reference, from.id(), to.id(), by);
            return "";
          });
    } catch (Refusal refusal) {
      return refusal.rule();
    }
  }

  private String allocations(CaseReference reference) {
    return samples.as(Acting.system(), () -> casework.summary(reference)).allocatedTo();
  }

  @Test
  void a_search_is_certified_and_moves_the_version_on() {
    var reference = samples.guardedCase();
    var officer = samples.officer("Ann", Role.CASEWORKER);
    var destroyed = samples.as(officer.acting(), searches::destroyedClasses).getFirst();
    record(reference, officer, "PAPER_FILES", new SearchResult.DestroyedUnderPolicy(destroyed));
    record(reference, officer, "CASE_DATABASE", new SearchResult.Found(3));
    record(reference, officer, "DETENTION_RECORDS", new SearchResult.NeverHeld());
    record(reference, officer, "DETENTION_RECORDS", new SearchResult.NoInformationHeld());
    var summary = samples.as(officer.acting(), () -> casework.summary(reference));
    assertThat(summary.version()).isEqualTo(4);
    assertThat(summary.stage()).isEqualTo(Stage.SEARCHING);
    assertThat(samples.as(officer.acting(), () -> casework.searches(reference)))
        .extracting(SearchCertificate::result)
        .containsExactly(
            new SearchResult.DestroyedUnderPolicy(destroyed),
            new SearchResult.Found(3),
            new SearchResult.NeverHeld(),
            new SearchResult.NoInformationHeld());
    assertThatThrownBy(() ->
            record(
                reference,
                officer,
                "CASE_DATABASE",
                new SearchResult.DestroyedUnderPolicy(destroyed)))
        .as("a class is destroyed in its own system")
        .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    assertThatThrownBy(() -> record(reference, officer, "PAPER_FILES", new SearchResult.Found(0)))
        .isInstanceOf(Refusal.class);
  }

  private void record(
      CaseReference reference, Officer officer, String system, SearchResult result) {
    samples.as(
        officer.acting(),
        () ->
            searches.record(
                reference, officer, new Search(system, "Campbell", "", "", result, "")));
  }

  @Test
  void a_case_only_moves_forward() {
    var reference = samples.generalCase();
    for (var from : Stage.values()) {
      for (var to : Stage.values()) {
        if (from != Stage.ANSWERED && to != Stage.ANSWERED) {
          move(reference, from);
          var before = stage(reference);
          move(reference, to);
          assertThat(stage(reference)).isEqualTo(to.compareTo(before) > 0 ? to : before);
        }
      }
    }
    assertThatThrownBy(() -> move(reference, Stage.ANSWERED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void move(CaseReference reference, Stage stage) {
    samples.run(Acting.system(), () -> casework.reached(reference, stage));
  }

  private Stage stage(CaseReference reference) {
    return samples.as(Acting.system(), () -> casework.facts(reference)).stage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update casework.request set received_on = received_on - 1, received_at = received_at - interval '1 day'",
        "update casework.request set kind = 'GENERAL'",
        "update casework.request set purpose = 'OTHER'",
        "update casework.request set due_on = due_on + 1",
        "update casework.request set listed_due_on = listed_due_on + 1",
        "update casework.request set subject_id = requester_id",
        "delete from casework.request",
        "truncate casework.request",
        "update casework.clock_event set on_date = on_date + 1",
        "delete from casework.search",
        "update casework.message set words = 'x'",
        "delete from identity.verification",
        "update identity.requester set email = null",
      })
  void what_is_on_record_cannot_be_rewritten(String sql) {
    assertThatThrownBy(() -> samples.as(Acting.system(), () -> jdbc.sql(sql).update()))
        .rootCause()
        .hasMessageStartingWith("ERROR: permission denied for table");
  }

  @Test
  void a_requester_writes_nothing_in_the_row_of_their_case() {
    var reference = samples.generalCase();
    var changed =
        samples.as(
            samples.holderOf(reference).acting(),
            () ->
                jdbc.sql(
                        "update casework.request set stage = 'ANSWERED', outcome = 'NOTHING_HELD', answered_on = :on")
                    .param("on", LocalDate.of(2026, 11, 2))
                    .update());
    assertThat(changed).isZero();
  }
}
