package candour.response;

import static candour.response.Answering.THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.casework.Outcome;
import candour.casework.Stage;
import candour.exemptions.Telling;
import candour.notifications.AddressBook;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.records.RecordId;
import candour.response.Answering.Three;
import candour.support.PdfText;
import candour.support.PdfUa;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From review to download, by the façades. */
@PortalTest
class ResponsesTests {

  @Autowired Responses responses;
  @Autowired Casework casework;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired AddressBook addresses;
  @Autowired Days days;
  @Autowired DocumentStore documents;
  @Autowired JdbcClient jdbc;

  private Three by;

  @BeforeEach
  void officers() {
    by = answering.officers();
  }

  @Test
  void the_pack_is_accessible_and_tells_what_was_found_searched_and_withheld() {
    var searched = answering.searched(by, 1);
    var reference = searched.reference();
    answering.confirm(reference, by.caseworker());
    var record =
        answering.collect(
            searched, by, "Arrival file", "Landed at Tilbury", "Leonard Whitcombe", "Advice");
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    answering.desk.redact(reference, record.id(), 2, THIRD_PARTY, by.caseworker());
    var ground = answering.determined(searched, by, record, 3, new Telling.Told());
    answering.withhold(searched, by, record.id(), 3, ground);

    var pack = answering.released(reference, by);
    var pdf = answering.pdf(reference, pack, by.caseworker());
    PdfUa.assertValid(pdf);
    assertThat(PdfText.of(pdf))
        .contains("Landed at Tilbury", "Foot of the page")
        .contains("Arrival file, page 2: places blacked out: 1", "About another person")
        .contains("Arrival file, page 3", "Immigration control")
        .contains("Landing cards and registration slips", "Border Agency", "Never held")
        .contains("may be incomplete", "164A", "section 165", "section 167")
        .doesNotContain("Whitcombe");
    var summary = atWork(reference);
    assertThat(summary.outcome()).isEqualTo(Outcome.DISCLOSED_IN_PART);
    assertThat(summary.stage()).isEqualTo(Stage.ANSWERED);
    assertThat(summary.answeredOn()).isEqualTo(days.today());
    assertThat(samples.logged(reference))
        .containsSubsequence("pack.prepared", "pack.approved", "response.sent");
  }

  @Test
  void a_determination_that_is_not_told_leaves_no_trace_in_the_pack() {
    var searched = answering.searched(by, 1);
    answering.confirm(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "Operation Heron", "The method");
    var telling =
        new Telling.NotTold(
            "Telling would show how the operation is carried out.", days.today().plusMonths(2));
    answering.withhold(
        searched, by, record.id(), 1, answering.determined(searched, by, record, telling));
    var told = pack(searched.reference());

    var nothing = answering.searched(by, 1);
    answering.confirm(nothing.reference(), by.caseworker());
    var same = answering.collect(nothing, by, "Operation Heron", "The method");
    answering.withhold(nothing, by, same.id(), 1, THIRD_PARTY);

    assertThat(told)
        .doesNotContain("Heron", "Immigration control", "harm immigration control", "Sch 2")
        .contains("may be incomplete", "We found no records about you");
    assertThat(pack(nothing.reference())).contains("Heron").contains("may be incomplete");
  }

  @Test
  void three_officers_answer_and_each_in_their_role() {
    var reference = answering.ready(by).reference();
    refused("caseworkers-only", () -> answering.prepare(reference, by.releaser()));
    var pack = answering.prepare(reference, by.caseworker());
    refused("senior-officer-only", () -> answering.approve(reference, pack, by.releaser()));
    refused("pack-is-not-approved", () -> answering.release(reference, pack, by.releaser()));
    answering.approve(reference, pack, by.senior());
    refused(
        "pack-is-approved",
        () -> answering.approve(reference, pack, samples.officer("Other", Role.SENIOR)));
    refused("releasers-only", () -> answering.release(reference, pack, by.senior()));
    answering.release(reference, pack, by.releaser());
    refused("case-is-answered", () -> answering.release(reference, pack, by.releaser()));
  }

  @Test
  void nobody_takes_two_of_the_three_steps() {
    var reference = answering.ready(by).reference();
    var all = samples.officer("Everything", Role.CASEWORKER, Role.SENIOR, Role.RELEASER);
    var mine = answering.prepare(reference, all);
    refused("four-eyes", () -> answering.approve(reference, mine, all));
    answering.approve(reference, mine, by.senior());
    refused("three-officers", () -> answering.release(reference, mine, all));
    var approvedByAll = answering.prepare(reference, by.caseworker());
    answering.approve(reference, approvedByAll, all);
    refused("three-officers", () -> answering.release(reference, approvedByAll, all));
  }

  @Test
  void who_approved_an_exemption_does_not_release() {
    var searched = answering.searched(by, 1);
    answering.confirm(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "Notes", "The method");
    var both = samples.officer("Both", Role.SENIOR, Role.RELEASER);
    var told = new Telling.Told();
    var ground =
        answering.approve(searched, answering.propose(searched, by, record, told), both, told);
    answering.withhold(searched, by, record.id(), 1, ground);
    var pack = answering.approved(searched.reference(), by);
    refused("three-officers", () -> answering.release(searched.reference(), pack, both));
  }

  @Test
  void who_proposed_an_exemption_does_not_release() {
    var searched = answering.searched(by, 1);
    answering.confirm(searched.reference(), by.caseworker());
    var record = answering.collect(searched, by, "Notes", "The method");
    var both = samples.officer("Both", Role.CASEWORKER, Role.RELEASER);
    var proposers = new Three(both, by.senior(), by.releaser());
    var ground = answering.determined(searched, proposers, record, new Telling.Told());
    answering.withhold(searched, by, record.id(), 1, ground);
    var pack = answering.approved(searched.reference(), by);
    refused("three-officers", () -> answering.release(searched.reference(), pack, both));
  }

  @Test
  void a_pack_is_stale_after_a_new_decision_on_a_page() {
    var searched = answering.ready(by);
    var reference = searched.reference();
    var prepared = answering.prepare(reference, by.caseworker());
    decideAgain(reference);
    refused("pack-is-out-of-date", () -> answering.approve(reference, prepared, by.senior()));
    var approved = answering.approved(reference, by);
    decideAgain(reference);
    refused("pack-is-out-of-date", () -> answering.release(reference, approved, by.releaser()));
    assertThat(atWork(reference).outcome()).isNull();
  }

  @Test
  void a_pack_of_another_case_is_not_found() {
    var reference = answering.ready(by).reference();
    var other = answering.prepare(answering.ready(by).reference(), by.caseworker());
    assertThatThrownBy(() -> answering.approve(reference, other, by.senior()))
        .isInstanceOf(EmptyResultDataAccessException.class);
  }

  @Test
  void the_mail_says_neither_who_nor_what_and_the_letter_has_the_code() {
    var reference = answering.ready(by).reference();
    answering.released(reference, by);
    assertThat(posted.mails("answered").getLast())
        .contains("beryl.campbell@example.org", "/my-request/link")
        .doesNotContain("Beryl", "Constance", "SAR-", reference.toString())
        .doesNotContainIgnoringCase("home office", "immigration", "subject access", "your data");
    assertThat(posted.letters(reference)).hasSize(1);
    assertThat(posted.letters(reference).getFirst())
        .containsPattern("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    var person = samples.holderOf(reference).requesterId();
    assertThat(samples.as(Acting.system(), () -> addresses.window(person)).lines())
        .containsExactly("Beryl Constance Campbell", "Not by post: to be handed over in person");
  }

  private void decideAgain(CaseReference reference) {
    var record =
        samples.as(
            by.caseworker().acting(),
            () ->
                jdbc.sql("select record_id from records.record where case_id = :case")
                    .param("case", reference.value())
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .single());
    answering.desk.withhold(reference, new RecordId(record), 1, THIRD_PARTY, by.caseworker());
  }

  private String pack(CaseReference reference) {
    var pack = answering.prepare(reference, by.caseworker());
    return PdfText.of(answering.pdf(reference, pack, by.caseworker()));
  }

  private CaseSummary atWork(CaseReference reference) {
    return samples.as(by.caseworker().acting(), () -> casework.summary(reference));
  }

  @ParameterizedTest
  @EnumSource(names = {"EVIDENCE", "FROM_PUBLIC", "RECORD"})
  void what_came_for_something_else_is_no_pack(Purpose purpose) {
    var reference = answering.ready(by).reference();
    assertThatThrownBy(() -> samples.as(by.caseworker().acting(), () -> pack(reference, purpose)))
        .hasStackTraceContaining("pack_document_id_case_id_purpose_fkey");
  }

  private int pack(CaseReference reference, Purpose purpose) {
    var file = documents.store(reference.value(), purpose, "p", "application/pdf", new byte[1]);
    return jdbc.sql(
            """
            insert into response.pack (pack_id, case_id, document_id, case_version, outcome, pages, prepared_by, prepared_on)
            select gen_random_uuid(), case_id, ?, version, 'DISCLOSED', 1, ?, current_date
            from casework.request where case_id = ?
            """)
        .params(file.id().value(), by.caseworker().id(), reference.value())
        .update();
  }

  static void refused(String rule, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.rule()).isEqualTo(rule));
  }
}
