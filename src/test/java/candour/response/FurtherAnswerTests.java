package candour.response;

import static candour.response.Answering.THIRD_PARTY;
import static candour.response.ResponsesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Overruling;
import candour.exemptions.Overruling.Authority;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.records.Ground;
import candour.records.Records;
import candour.records.ReviewedRecord;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.support.PdfText;
import candour.support.PdfUa;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to an answered case when what its answer rested on comes to its end. */
@PortalTest
class FurtherAnswerTests {

  private static final Telling TOLD = new Telling.Told();

  @Autowired Responses responses;
  @Autowired Exemptions exemptions;
  @Autowired Casework casework;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired Days days;
  @Autowired Records records;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("reportDataSource")
  DataSource report;

  private Three by;
  private Searched searched;
  private CaseReference reference;
  private ReviewedRecord record;
  private Officer senior;

  @BeforeEach
  void a_case_with_three_pages() {
    by = answering.officers();
    senior = samples.officer("Nia Prys", Role.SENIOR);
    searched = answering.searched(by, 1);
    reference = searched.reference();
    answering.confirm(reference, by.caseworker());
    record =
        answering.collect(searched, by, "Arrival file", "Landed at Tilbury", "Method", "Advice");
  }

  @Test
  void what_ends_after_the_answer_is_decided_again_and_given_in_one_further_answer() {
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    var second = withheld(2, TOLD);
    var third = withheld(3, TOLD);
    var first = answering.released(reference, by);
    var before = summary();
    var statistics = statistics();

    overturn(second, Authority.COMMISSIONER);
    answering.withdraw(searched, third);
    assertThat(summary().isOpen()).isTrue();
    assertThat(count("casework.reopening")).isOne();
    assertThat(samples.logged(reference)).contains("case.reopened");
    refused("withheld-without-determination", () -> answering.prepare(reference, by.caseworker()));
    assertThat(reviewed().getFirst().undecided()).isEqualTo(2);

    answering.desk.release(reference, record.id(), 2, by.caseworker());
    answering.withhold(
        searched, by, record.id(), 3, answering.determined(searched, by, record, 3, TOLD));
    var pack = answering.prepare(reference, by.caseworker());
    refused("senior-officer-only", () -> answering.approve(reference, pack, by.caseworker()));
    answering.approve(reference, pack, by.senior());
    answering.release(reference, pack, by.releaser());

    var pdf = answering.pdf(reference, pack, by.caseworker());
    PdfUa.assertValid(pdf);
    assertThat(PdfText.of(pdf))
        .contains("Further answer to the subject access request", "What has changed")
        .contains("Arrival file, page 2", "The Information Commissioner decided against")
        .contains("Arrival file, page 3", "We withdrew our decision.")
        .contains("Withheld: Immigration control", "Given in full", "section 164A", "section 165")
        .contains("Method", "may be incomplete", "does not replace it")
        .doesNotContain(
            "Landed at Tilbury", "Arrival file, page 1", "What you are entitled to know");
    assertThat(answers()).extracting(Answer::number).containsExactly(1, 2);
    assertThat(posted.letters(reference)).hasSize(2);
    var code = posted.code(reference);
    assertThat(download(1, code)).isInstanceOf(Download.WrongCode.class);
    assertThat(download(2, code))
        .isInstanceOfSatisfying(
            Download.File.class, file -> assertThat(file.bytes()).isEqualTo(pdf));
    assertThat(samples.logged(reference))
        .containsSubsequence("response.sent", "response.supplemented");
    assertThat(first).isNotEqualTo(pack);

    var after = summary();
    assertThat(after.isOpen()).isFalse();
    assertThat(List.of(after.answeredOn(), after.outcome(), after.listedDueOn(), after.stage()))
        .isEqualTo(
            List.of(before.answeredOn(), before.outcome(), before.listedDueOn(), before.stage()));
    assertThat(statistics()).isEqualTo(statistics);
    refused("case-is-answered", () -> answering.prepare(reference, by.caseworker()));
  }

  @Test
  void a_determination_that_was_not_told_is_told_of_once_it_has_ended() {
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    answering.desk.release(reference, record.id(), 3, by.caseworker());
    var quiet = withheld(2, notTold());
    var first = answering.released(reference, by);
    assertThat(PdfText.of(answering.pdf(reference, first, by.caseworker())))
        .doesNotContain("Immigration control");
    answering.withdraw(searched, quiet);
    answering.desk.release(reference, record.id(), 2, by.caseworker());
    var further = answering.released(reference, by);
    assertThat(PdfText.of(answering.pdf(reference, further, by.caseworker())))
        .contains("Withheld, and not listed: Immigration control")
        .contains("without telling you", "paragraph 4B", "We are telling you now.", "Method");
  }

  @Test
  void what_is_withheld_afresh_and_not_told_leaves_no_trace_in_the_further_answer() {
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    answering.desk.release(reference, record.id(), 3, by.caseworker());
    var quiet = withheld(2, notTold());
    answering.released(reference, by);
    answering.withdraw(searched, quiet);
    withheld(2, notTold());
    var further = answering.released(reference, by);
    assertThat(PdfText.of(answering.pdf(reference, further, by.caseworker())))
        .contains("there is nothing more that we can list here")
        .doesNotContain("Arrival file", "Immigration control", "4B", "Method");
  }

  @Test
  void another_ground_on_the_same_page_is_named_and_the_case_opens_again_each_time() {
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    answering.withhold(searched, by, record.id(), 3, THIRD_PARTY);
    var ground = withheld(2, TOLD);
    answering.released(reference, by);
    for (int again = 2; again <= 3; again++) {
      answering.withdraw(searched, ground);
      ground = withheld(2, TOLD);
      answering.released(reference, by);
      assertThat(answers()).hasSize(again);
    }
    answering.withdraw(searched, ground);
    answering.withhold(searched, by, record.id(), 2, THIRD_PARTY);
    var last = answering.released(reference, by);
    assertThat(PdfText.of(answering.pdf(reference, last, by.caseworker())))
        .contains("Arrival file, page 2", "About another person")
        .doesNotContain("Arrival file, page 3");
    assertThat(count("casework.reopening")).isEqualTo(3);
  }

  @Test
  void what_the_guard_ends_after_the_answer_is_given_once_more_and_never_kept_back_again() {
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    withheld(2, TOLD);
    withheld(3, notTold());
    answering.released(reference, by);
    protect();
    protect();
    assertThat(count("exemptions.standing")).isZero();
    assertThat(count("casework.reopening")).isOne();
    assertThat(samples.logged(reference))
        .containsSubsequence("case.reopened", "determination.ended", "determination.ended")
        .containsOnlyOnce("case.guarded");
    refused("windrush-guard", () -> withheld(2, TOLD));
    refused("withheld-without-determination", () -> answering.prepare(reference, by.caseworker()));
    answering.desk.release(reference, record.id(), 2, by.caseworker());
    answering.desk.release(reference, record.id(), 3, by.caseworker());
    var further = answering.released(reference, by);
    assertThat(PdfText.of(answering.pdf(reference, further, by.caseworker())))
        .contains("made to prove somebody’s status or history", "We are telling you now.")
        .contains("Method", "Advice");
    assertThat(summary().isOpen()).isFalse();
  }

  private void protect() {
    samples.holderOf(reference).acting().run(() -> exemptions.protect(reference, "", null));
  }

  @Test
  void the_database_lets_nothing_leave_twice_for_one_reopening() {
    var ground = withheld(2, TOLD);
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    answering.desk.release(reference, record.id(), 3, by.caseworker());
    var first = answering.released(reference, by);
    refused("not-reopened", () -> samples.as(Acting.system(), this::answerAgain));
    answering.withdraw(searched, ground);
    answering.desk.release(reference, record.id(), 2, by.caseworker());
    refused("pack-is-out-of-date", () -> answering.approve(reference, first, by.senior()));
    answering.released(reference, by);
    refused("not-reopened", () -> samples.as(Acting.system(), this::answerAgain));
    assertThat(count("response.departure")).isEqualTo(2);
  }

  private boolean answerAgain() {
    casework.answerAgain(reference);
    return true;
  }

  private Ground withheld(int page, Telling telling) {
    var ground = answering.determined(searched, by, record, page, telling);
    answering.withhold(searched, by, record.id(), page, ground);
    return ground;
  }

  private Telling notTold() {
    return new Telling.NotTold(
        "Telling would show how the operation is carried out.", days.today().plusMonths(2));
  }

  private void overturn(Ground ground, Authority authority) {
    var id = new DeterminationId(Objects.requireNonNull(ground.proposalId()));
    var overruling =
        new Overruling(authority, days.today(), "IC-123", "No substantial risk was shown.");
    senior.acting().run(() -> exemptions.overturn(reference, id, senior, overruling));
  }

  private List<ReviewedRecord> reviewed() {
    return samples.as(senior.acting(), () -> records.reviewed(reference));
  }

  private CaseSummary summary() {
    return samples.as(senior.acting(), () -> casework.summary(reference));
  }

  private List<Answer> answers() {
    return samples.holderOf(reference).acting().call(() -> responses.answers(reference));
  }

  private Download download(int number, String code) {
    return samples
        .holderOf(reference)
        .acting()
        .call(() -> responses.download(reference, number, code));
  }

  /** How first answers are counted for the committee, and whether the exemption was applied. */
  private List<Long> statistics() {
    return JdbcClient.create(report)
        .sql(
            """
            select count(*) as answered, count(*) filter (where immigration_exemption_applied) as applied
            from response.facts where fact = 'ANSWER' and not supplementary
            """)
        .query((row, _) -> List.of(row.getLong("answered"), row.getLong("applied")))
        .single();
  }

  private long count(String table) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = :case")
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }
}
