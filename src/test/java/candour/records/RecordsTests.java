package candour.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.casework.SearchResult;
import candour.casework.Searches;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.redaction.IntakeResult.Reason;
import candour.support.PortalTest;
import candour.support.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RecordsTests {

  private static final Ground THIRD_PARTY = new Ground("THIRD_PARTY", null);

  @Autowired Records records;
  @Autowired Review review;
  @Autowired Searches searches;
  @Autowired DocumentStore documents;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private Officer officer;
  private CaseReference reference;
  private UUID search;

  @BeforeEach
  void a_case_with_a_search_that_found_something() {
    officer = samples.officer("Amara Okafor", Officer.Role.CASEWORKER);
    reference = samples.generalCase();
    search = searched(reference);
  }

  @Test
  void a_record_is_collected_with_all_its_pages_and_none_is_decided() {
    var id = collect("First", "Second");
    var record = atWork(() -> records.reviewed(reference)).getFirst();
    assertThat(record.id()).isEqualTo(id);
    assertThat(record.fileName()).isEqualTo("x.pdf");
    assertThat(record.pages())
        .hasSize(2)
        .allMatch(p -> p.outcome() instanceof PageOutcome.Undecided);
    assertThat(record.undecided()).isEqualTo(2);
  }

  @Test
  void a_redacted_page_is_rebuilt_without_what_was_marked() throws IOException {
    var id = collect("Known to Leonard Whitcombe of Acre Lane");
    var mark = new Mark(0, 0, 1, 0.2, THIRD_PARTY);
    assertThat(atWork(() -> review.release(reference, id, 1, List.of(mark), officer)))
        .isEqualTo(new Decided.Done());
    var outcome = (PageOutcome.Redacted) onlyPage().outcome();
    assertThat(outcome.marks()).containsExactly(mark);
    var prepared = atWork(() -> documents.read(outcome.prepared(), reference.value()));
    assertThat(text(prepared)).doesNotContain("Whitcombe");
  }

  @Test
  void a_page_can_be_released_whole_then_withheld_and_both_decisions_stay() {
    var id = collect("Nothing secret");
    assertThat(atWork(() -> review.release(reference, id, 1, List.of(), officer)))
        .isEqualTo(new Decided.Done());
    assertThat(onlyPage().outcome()).isInstanceOf(PageOutcome.Released.class);
    atWork(() -> {
      review.withhold(reference, id, 1, THIRD_PARTY, officer);
      return "";
    });
    assertThat(onlyPage().outcome()).isEqualTo(new PageOutcome.Withheld(THIRD_PARTY));
    assertThat(count("select count(*) from records.page_decision where record_id = '" + id + "'"))
        .isEqualTo(2);
  }

  @Test
  void each_step_leaves_an_entry_in_the_log() {
    var id = collect("Nothing secret");
    atWork(() -> review.release(reference, id, 1, List.of(), officer));
    assertThat(
            atWork(() ->
                jdbc.sql("select class from audit.entry where case_id = :case order by recorded_at")
                    .param("case", reference.value())
                    .query((row, _) -> row.getString(1))
                    .list()))
        .contains("record.collected", "page.decided");
  }

  @Test
  void a_password_an_empty_file_and_a_cut_file_are_refused_in_a_word_each() {
    var whole = pdf("Some text");
    assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(refusal("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(Reason.NOT_PDF);
    assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Reason.BROKEN);
    assertThat(atWork(() -> records.reviewed(reference))).isEmpty();
  }

  @Test
  void a_file_named_to_climb_out_is_stored_under_its_last_name() {
    atWork(() -> records.collect(reference, search, "T", "", "../../x.pdf", pdf("A"), officer));
    assertThat(atWork(() -> records.reviewed(reference)).getFirst().fileName()).isEqualTo("x.pdf");
  }

  @Test
  void a_search_of_another_case_cannot_have_found_a_record_of_this_one() {
    var other = searched(samples.generalCase());
    assertThatThrownBy(() ->
            atWork(() -> records.collect(reference, other, "T", "", "a.pdf", pdf("A"), officer)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("search-of-another-case"));
  }

  @Test
  void an_immigration_ground_without_a_determination_is_refused() {
    var id = collect("A");
    assertThatThrownBy(() -> new Ground("IMMIGRATION", null))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> assertThat(r.rule()).isEqualTo("immigration-ground-needs-a-determination"));
    assertThatThrownBy(() ->
            atWork(() -> {
              review.withhold(
                  reference, id, 1, new Ground("IMMIGRATION", UUID.randomUUID()), officer);
              return "";
            }))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("withheld-without-determination"));
  }

  /**
   * What the application could try to store by itself; each is refused by a constraint, not by
   * Java.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // released without a rebuilt page
        "values (gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, null, null, :officer)",
        // withheld without a ground
        "values (gen_random_uuid(), :record, 1, :case, 'WITHHOLD', null, null, null, null, :officer)",
        // withheld for immigration control without a determination
        "values (gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'IMMIGRATION', null, null, null, :officer)",
        // released as a page that was never scanned
        "values (gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, :file, true, :officer)",
        // redacted without a place
        "values (gen_random_uuid(), :record, 1, :case, 'REDACT', null, null, :clean, true, :officer)",
        // on a ground that is not in the register
        "values (gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'CONVENIENCE', null, null, null, :officer)",
        // in another case
        "values (gen_random_uuid(), :record, 1, :other, 'WITHHOLD', 'THIRD_PARTY', null, null, null, :officer)",
      })
  void the_database_refuses_unlawful_decisions(String values) {
    var id = collect("A");
    var other = samples.generalCase();
    assertThatThrownBy(() ->
            atWork(() ->
                jdbc.sql(
                        """
                        insert into records.page_decision (decision_id, record_id, page_no, case_id, decision,
                          ground, proposal_id, prepared_id, scan_clean, decided_by)
                        """
                            + values)
                    .param("record", id.value())
                    .param("case", reference.value())
                    .param("other", other.value())
                    .param("officer", officer.id())
                    .param("file", stored().value())
                    .param("clean", clean().value())
                    .update()))
        .isInstanceOf(DataAccessException.class);
    assertThat(count("select count(*) from records.page_decision where record_id = '" + id + "'"))
        .isZero();
  }

  @Test
  void a_leaking_page_cannot_be_stored_as_scanned_and_released() {
    var id = collect("A");
    assertThatThrownBy(() ->
            atWork(() -> {
              var leaking = stored();
              jdbc.sql(
                      "insert into records.leak_scan (document_id, case_id, leaks) values (:d, :c, 1)")
                  .param("d", leaking.value())
                  .param("c", reference.value())
                  .update();
              return jdbc.sql(
                      """
                      insert into records.page_decision (decision_id, record_id, page_no, case_id, decision,
                        prepared_id, scan_clean, decided_by)
                      values (gen_random_uuid(), :record, 1, :case, 'RELEASE', :d, true, :officer)
                      """)
                  .param("record", id.value())
                  .param("case", reference.value())
                  .param("d", leaking.value())
                  .param("officer", officer.id())
                  .update();
            }))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_record_without_all_its_pages_does_not_commit() {
    assertThatThrownBy(() ->
            atWork(() ->
                jdbc.sql(
                        """
                        insert into records.record (record_id, case_id, document_id, search_id, system_id, title,
                          pages, collected_by, collected_on)
                        values (gen_random_uuid(), :case, :file, :search, 'CASE_DATABASE', 'T', 3, :officer, current_date)
                        """)
                    .param("case", reference.value())
                    .param("file", stored().value())
                    .param("search", search)
                    .param("officer", officer.id())
                    .update()))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("every-page-is-accounted-for"));
  }

  @Test
  void a_file_of_another_case_cannot_become_a_record() {
    var other = samples.generalCase();
    assertThatThrownBy(() ->
            atWork(() -> {
              var foreign =
                  documents.store(
                      other.value(), Purpose.RECORD, "a.pdf", "application/pdf", pdf("A"));
              return jdbc.sql(
                      """
                      insert into records.record (record_id, case_id, document_id, search_id, system_id, title,
                        pages, collected_by, collected_on)
                      values (gen_random_uuid(), :case, :file, :search, 'CASE_DATABASE', 'T', 1, :officer, current_date)
                      """)
                  .param("case", reference.value())
                  .param("file", foreign.id().value())
                  .param("search", search)
                  .param("officer", officer.id())
                  .update();
            }))
        .isInstanceOf(DataAccessException.class)
        .hasMessageNotContaining("Beryl");
  }

  private DocumentId stored() {
    return documents
        .store(reference.value(), Purpose.PREPARED, "p.pdf", "application/pdf", pdf("P"))
        .id();
  }

  private DocumentId clean() {
    var document = stored();
    jdbc.sql("insert into records.leak_scan (document_id, case_id, leaks) values (:d, :c, 0)")
        .param("d", document.value())
        .param("c", reference.value())
        .update();
    return document;
  }

  private Reason refusal(byte[] file) {
    var collected =
        atWork(() -> records.collect(reference, search, "T", "", "a.pdf", file, officer));
    return ((Collected.Refused) collected).reason();
  }

  private RecordId collect(String... lines) {
    var collected =
        atWork(() ->
            records.collect(reference, search, "Notes", "1971", "x.pdf", pdf(lines), officer));
    return ((Collected.Added) collected).id();
  }

  private UUID searched(CaseReference of) {
    return atWork(() ->
        searches.record(
            of,
            officer,
            new Searches.Search(
                "CASE_DATABASE", "Campbell", "", "", new SearchResult.Found(1), "")));
  }

  private ReviewedRecord.Page onlyPage() {
    return atWork(() -> records.reviewed(reference)).getFirst().pages().getFirst();
  }

  private long count(String sql) {
    return atWork(() -> jdbc.sql(sql).query(Long.class).single());
  }

  private <T> T atWork(Supplier<T> work) {
    return samples.as(officer.acting(), work);
  }

  private static String text(byte[] file) throws IOException {
    try (var document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** One page a line. */
  private static byte[] pdf(String... lines) {
    try (var document = new PDDocument()) {
      for (var line : lines) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText(line);
          content.endText();
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
