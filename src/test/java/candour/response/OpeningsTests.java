package candour.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two senior officers hand the Commissioner what the person may not be told of. */
@PortalTest
class OpeningsTests {

  @Autowired Answering answering;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Superuser superuser;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  @Test
  void one_senior_officer_asks_another_approves_and_every_step_is_logged() {
    var by = answering.officers();
    var searched = answering.searched(by, 1);
    answering.confirm(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "Notes", "Something secret");
    var telling =
        new Telling.NotTold(
            "Telling would show how the operation is carried out.", days.today().plusMonths(2));
    var ground = answering.determined(searched, by, record, telling);
    answering.withhold(searched, by, record.id(), 1, ground);
    answering.released(searched.reference(), by);
    var path = "/staff/cases/" + searched.reference() + "/history/openings";

    var asker = people.signedIn(by.senior());
    asker.get(path);
    var empty = asker.submit("main form", Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.text()).contains("Say who demands the openings", "between 10 and 4,000");
    asker.submit(
        "main form", Map.of("recipient", "COMMISSIONER", "reason", "Notice IC-12 of 3 May."));
    assertThat(asker.page().text()).contains("Nobody yet").doesNotContain("Approve handing out");

    var other = people.signedIn(samples.officer("Nia Prys", Role.SENIOR));
    other.get(path);
    other.submit("form[action$=approve]", Map.of());
    var file = other.submit("form[action$=file]", Map.of());
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    var entries = json.readTree(file.text()).path("entries");
    assertThat(entries.findValuesAsString("opening"))
        .anyMatch(opening -> opening.contains("determination.approved"))
        .anyMatch(opening -> opening.contains("openings.approved"))
        .anyMatch(opening -> opening.contains("case.visited"));
    assertThat(entries.findValuesAsString("slots"))
        .anyMatch(slots ->
            slots.lines().count() == 1024 && slots.contains(String.valueOf(ground.proposalId())));
    forge("opening = opening || '\\x00'", searched.reference());
    other.get(path);
    var refused = other.submit("form[action$=file]", Map.of());
    forge("opening = substr(opening, 1, length(opening) - 1)", searched.reference());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("not what it was when it was written");
    assertThat(people.signedIn(by.caseworker()).get(path + "?lang=cy").text())
        .contains("Dim ond uwch-swyddogion", "Nia Prys");
    assertThat(samples.logged(searched.reference()))
        .contains("openings.requested", "openings.approved", "openings.handed-out");
  }

  private void forge(String change, CaseReference reference) {
    superuser.done(
        """
        set session_replication_role = replica;
        update audit.entry set %s where class = 'determination.approved' and case_id = '%s'
        """
            .formatted(change, reference));
  }

  @Test
  void the_database_refuses_one_officer_twice_and_whoever_is_no_senior() {
    var by = answering.officers();
    var reference = samples.generalCase().value();
    refused("senior-officer-only", () -> insert(asked(reference, by.caseworker())));
    refused("four-eyes", () -> insert(asked(reference, by.senior()) + approved(by.senior())));
    refused(
        "senior-officer-only",
        () -> insert(asked(reference, by.senior()) + approved(by.releaser())));
  }

  private static String asked(UUID reference, Officer by) {
    return """
    insert into audit.opening_request (request_id, case_id, recipient, reason, requested_by)
    values ('%s', '%s', 'COURT', 'An order of the court.', '%s');
    """
        .formatted(Identifiers.next(), reference, by.id());
  }

  private static String approved(Officer by) {
    return """
    insert into audit.opening_approval (request_id, case_id, requested_by, approved_by)
    select request_id, case_id, requested_by, '%s' from audit.opening_request
    where recorded_at >= now() order by recorded_at desc limit 1
    """
        .formatted(by.id());
  }

  private void insert(String statement) {
    samples.as(Acting.system(), () -> jdbc.sql(statement).update());
  }

  private static void refused(String rule, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
