package candour.ledger;

import static candour.ledger.LedgerDesk.AT_ONCE;
import static candour.ledger.LedgerDesk.TO_CLEAR;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses. */
@PortalTest
class LedgerConstraintTests {

  @Autowired LedgerDesk desk;
  @Autowired Ledger ledger;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void sign_in() {
    desk.signIn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome = 'REJECTED'",
        "data_items = '{}'",
        "data_items = '{CLINICAL}'",
        "disclosed_on = null",
        "disclosed_on = '2017-05-01'",
        "rejection_reason = 'NO_LEGAL_BASIS'",
        "version_id = null",
        "agreement_id = null",
        "last_resort = false",
        "last_resort_exception = 'WELFARE_CONCERN'",
        "asked_by = 'NEWSPAPER'",
        "person_name = ''",
        "name_key = ''",
        "reason_code = 'over stayed'",
      })
  void the_database_refuses_what_cannot_be(String change) {
    desk.taken(AT_ONCE + LedgerDesk.aName() + ",");
    var column = change.substring(0, change.indexOf(' '));
    var columns =
        "batch_id, agreement_id, version_id, out_of_agreement, asked_by, asked_of, requester_role, reason_code,"
            + " last_resort, last_resort_exception, outcome, trace_detail, rejection_reason, data_items, requested_on,"
            + " disclosed_on, person_name, name_key";
    var values =
        columns.replaceAll(
            "\\b" + column + "\\b", change.substring(column.length() + 3).replace("$", "\\$"));
    var insert =
        "insert into ledger.disclosure (disclosure_id, row_no, %s) select gen_random_uuid(), 1000 + row_no, %s from ledger.disclosure where outcome = 'APPROVED_TRACE' and not out_of_agreement limit 1"
            .formatted(columns, values);
    assertThatThrownBy(() -> samples.as(desk.acting(), () -> jdbc.sql(insert).update()))
        .isInstanceOfAny(DataIntegrityViolationException.class, Refusal.class);
  }

  @Test
  void the_database_takes_no_other_name_for_certain() {
    var name = LedgerDesk.aName();
    var namesake = desk.confirmed(name);
    var other = desk.confirmed(LedgerDesk.aName());
    desk.taken(TO_CLEAR + name + ",");
    var insert =
        "insert into ledger.match (disclosure_id, subject_id, certainty, basis)"
            + " values (?, ?, 'CERTAIN', 'FULL_NAME_AND_BIRTH')";
    var entry = desk.only(namesake);
    assertThatThrownBy(() ->
            samples.as(desk.acting(), () -> jdbc.sql(insert).param(entry).param(other).update()))
        .isInstanceOf(Refusal.class)
        .hasMessage("not-a-candidate");
  }

  @Test
  void the_database_shows_nothing_at_once_that_waits_for_clearance() {
    var name = LedgerDesk.aName();
    var person = desk.confirmed(name);
    desk.taken(TO_CLEAR + name + ",1956-03-04");
    var insert =
        "insert into ledger.shown (disclosure_id, subject_id, requested_on, at_once) values (?, ?, '2018-06-01', true)";
    assertThatThrownBy(() ->
            samples.as(
                desk.acting(),
                () -> jdbc.sql(insert).param(desk.only(person)).param(person).update()))
        .isInstanceOf(Refusal.class)
        .hasMessage("not-shown-at-once");
  }
}
