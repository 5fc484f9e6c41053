package candour.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.intake.IntakeResult.Reason;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Refusal;
import candour.records.RecordsScene.Opened;
import candour.support.PortalTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record comes in whole, and of the case whose search found it. */
@PortalTest
class CollectingTests {

  @Autowired RecordsScene scene;
  @Autowired JdbcClient jdbc;

  private Opened at;

  @BeforeEach
  void a_case_with_a_search_that_found_something() {
    at = scene.open();
  }

  @Test
  void a_record_is_collected_with_all_its_pages_and_none_is_decided() {
    var page = scene.collect(at, "First", "Second");
    var record = scene.reviewed(at).getFirst();
    assertThat(record.id()).isEqualTo(page.record());
    assertThat(record.fileName()).isEqualTo("x.pdf");
    assertThat(record.pages()).extracting(ReviewedRecord.Page::number).containsExactly(1, 2);
    assertThat(record.pages()).allMatch(p -> p.outcome() instanceof PageOutcome.Undecided);
    assertThat(record.undecided()).isEqualTo(2);
  }

  @Test
  void an_empty_file_another_format_and_a_cut_file_are_refused_in_a_word_each() {
    var whole = ReviewDesk.pdf("Some text");
    assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(refusal("<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NOT_PDF);
    assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Reason.BROKEN);
    assertThat(scene.reviewed(at)).isEmpty();
  }

  @Test
  void a_file_named_to_climb_out_is_stored_under_its_last_name() {
    scene.offer(at, "../../x.pdf", ReviewDesk.pdf("A"));
    assertThat(scene.reviewed(at).getFirst().fileName()).isEqualTo("x.pdf");
  }

  @Test
  void a_search_of_another_case_cannot_have_found_a_record_of_this_one() {
    var mixed = new Opened(at.officer(), at.reference(), scene.open().search());
    assertThatThrownBy(() -> scene.collect(mixed, "A"))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("search-of-another-case"));
  }

  @Test
  void a_record_without_all_its_pages_does_not_commit() {
    assertThatThrownBy(() -> scene.work(at, () -> insert(record(at.reference()), 3)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("every-page-is-accounted-for"));
  }

  @Test
  void a_record_grows_no_page_later() {
    var page = scene.collect(at, "A");
    assertThatThrownBy(() ->
            scene.work(
                at,
                () ->
                    jdbc.sql(
                            """
                            insert into records.page (record_id, page_no, case_id, item_id)
                            values (:record, 2, :case, :record)
                            """)
                        .param("record", page.record().value())
                        .param("case", at.reference().value())
                        .update()))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("every-page-is-accounted-for"));
  }

  @Test
  void a_file_of_another_case_cannot_become_a_record() {
    var other = scene.samples.generalCase();
    assertThatThrownBy(() -> scene.work(at, () -> insert(record(other), 1)))
        .isInstanceOf(DataAccessException.class)
        .isNotInstanceOf(Refusal.class)
        .hasMessageNotContaining("Beryl");
  }

  @Test
  void what_came_to_show_who_somebody_is_or_with_a_letter_cannot_become_a_record_or_a_page() {
    for (var purpose : List.of(Purpose.EVIDENCE, Purpose.FROM_PUBLIC, Purpose.PREPARED)) {
      assertThatThrownBy(
              () -> scene.work(at, () -> insert(scene.stored(at.reference(), purpose).value(), 1)))
          .as("record of %s", purpose)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    for (var purpose : List.of(Purpose.EVIDENCE, Purpose.FROM_PUBLIC, Purpose.RECORD)) {
      assertThatThrownBy(() ->
              scene.work(
                  at,
                  () ->
                      jdbc.sql(
                              "insert into records.leak_scan (document_id, case_id, leaks) values (?, ?, 0)")
                          .params(
                              scene.stored(at.reference(), purpose).value(), at.reference().value())
                          .update()))
          .as("page of %s", purpose)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  private UUID record(CaseReference reference) {
    return scene.stored(reference, Purpose.RECORD).value();
  }

  private int insert(UUID document, int pages) {
    return jdbc.sql(
            """
            insert into records.record (record_id, case_id, document_id, search_id, system_id, title, pages,
              collected_by, collected_on)
            values (gen_random_uuid(), :case, :file, :search, 'CASE_DATABASE', 'T', :pages, :officer, current_date)
            """)
        .param("case", at.reference().value())
        .param("file", document)
        .param("search", at.search())
        .param("pages", pages)
        .param("officer", at.officer().id())
        .update();
  }

  private Reason refusal(byte[] file) {
    return ((Collected.Refused) scene.offer(at, "a.pdf", file)).reason();
  }
}
