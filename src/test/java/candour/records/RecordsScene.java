package candour.records;

import candour.casework.CaseReference;
import candour.casework.SearchResult;
import candour.casework.Searches;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Officer;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens cases with a search that found something, and looks at what became of their records. */
@Component
class RecordsScene {

  static final String THIRD_PARTY = "THIRD_PARTY";

  /** A case that an officer works on, and the search that its records come from. */
  record Opened(Officer officer, CaseReference reference, UUID search) {}

  final Samples samples;
  private final Records records;
  private final Review review;
  private final ReviewDesk desk;
  private final Searches searches;
  private final DocumentStore documents;
  private final JdbcClient jdbc;

  RecordsScene(
      Samples samples,
      Records records,
      Review review,
      ReviewDesk desk,
      Searches searches,
      DocumentStore documents,
      JdbcClient jdbc) {
    this.samples = samples;
    this.records = records;
    this.review = review;
    this.desk = desk;
    this.searches = searches;
    this.documents = documents;
    this.jdbc = jdbc;
  }

  Opened open() {
    var officer = samples.officer("Amara Okafor", Officer.Role.CASEWORKER);
    var reference = samples.generalCase();
    var search =
        new Searches.Search("CASE_DATABASE", "Campbell", "", "", new SearchResult.Found(1), "");
    return new Opened(
        officer,
        reference,
        samples.as(officer.acting(), () -> searches.record(reference, officer, search)));
  }

  Collected offer(Opened at, String fileName, byte[] file) {
    return at.officer()
        .acting()
        .call(() ->
            records.collect(
                at.reference(), at.search(), "Notes", "1971", fileName, file, false, at.officer()));
  }

  /** A record of one page a line; this is its first page. */
  PageKey collect(Opened at, String... lines) {
    var added = (Collected.Added) offer(at, "x.pdf", ReviewDesk.pdf(lines));
    return new PageKey(at.reference(), added.id(), 1);
  }

  Decided release(Opened at, PageKey page, Mark... marks) {
    return at.officer().acting().call(() -> review.release(page, List.of(marks), at.officer()));
  }

  void withhold(Opened at, PageKey page, Ground ground) {
    at.officer().acting().run(() -> review.withhold(page, ground, at.officer()));
  }

  /** Withholds the page on a ground that is written down for it. */
  Ground withhold(Opened at, PageKey page, String code) {
    var ground = relied(at, page, code);
    withhold(at, page, ground);
    return ground;
  }

  /** A ground that is written down for the page. */
  Ground relied(Opened at, PageKey page, String code) {
    return desk.relied(page, code, at.officer());
  }

  void tag(Opened at, PageKey page) {
    at.officer().acting().run(() -> records.tagHealth(at.reference(), page.record(), at.officer()));
  }

  List<ReviewedRecord> reviewed(Opened at) {
    return work(at, () -> records.reviewed(at.reference()));
  }

  PageOutcome outcome(Opened at, PageKey page) {
    return reviewed(at).stream()
        .filter(record -> record.id().equals(page.record()))
        .map(record -> record.pages().get(page.number() - 1).outcome())
        .findFirst()
        .orElseThrow();
  }

  byte[] read(Opened at, DocumentId document) {
    return work(at, () -> documents.read(document, at.reference().value()));
  }

  /** A file of the case that nothing refers to; within a transaction. */
  DocumentId stored(CaseReference reference) {
    return stored(reference, Purpose.PREPARED);
  }

  /** The same, for that purpose. */
  DocumentId stored(CaseReference reference, Purpose purpose) {
    return documents
        .store(reference.value(), purpose, "p.pdf", "application/pdf", ReviewDesk.pdf("P"))
        .id();
  }

  /** The same, scanned with this result. */
  DocumentId scanned(CaseReference reference, int leaks) {
    var document = stored(reference);
    jdbc.sql("insert into records.leak_scan (document_id, case_id, leaks) values (:d, :c, :leaks)")
        .param("d", document.value())
        .param("c", reference.value())
        .param("leaks", leaks)
        .update();
    return document;
  }

  /** Withholds a page on a determination as no part of the portal does; within a transaction. */
  int keepBack(Opened at, PageKey page, Ground ground) {
    return jdbc.sql(
            """
            insert into records.page_decision (decision_id, record_id, page_no, case_id, decision, ground, proposal_id, decided_by)
            values (gen_random_uuid(), :record, :page, :case, 'WITHHOLD', :ground, :proposal, :officer)
            """)
        .param("record", page.record().value())
        .param("page", page.number())
        .param("case", at.reference().value())
        .param("ground", ground.code())
        .param("proposal", ground.proposalId())
        .param("officer", at.officer().id())
        .update();
  }

  /** Blacks a place out on a determination as no part of the portal does; within a transaction. */
  int blackOut(Opened at, PageKey page, Ground ground, Place place) {
    return jdbc.sql(
            """
            with d as (insert into records.page_decision (decision_id, record_id, page_no, case_id, decision, prepared_id,
              scan_clean, regions, decided_by)
            values (gen_random_uuid(), :record, :page, :case, 'REDACT', :clean, true, 1, :officer) returning decision_id)
            insert into records.region (decision_id, region_no, case_id, record_id, x, y, width, height, ground, proposal_id)
            select decision_id, 1, :case, :record, :x, :y, :width, :height, :ground, :proposal from d
            """)
        .param("record", page.record().value())
        .param("page", page.number())
        .param("case", at.reference().value())
        .param("clean", scanned(at.reference(), 0).value())
        .param("officer", at.officer().id())
        .param("x", place.left())
        .param("y", place.top())
        .param("width", place.width())
        .param("height", place.height())
        .param("ground", ground.code())
        .param("proposal", ground.proposalId())
        .update();
  }

  long decisions(Opened at, PageKey page) {
    return work(
        at,
        () ->
            jdbc.sql("select count(*) from records.page_decision where record_id = :record")
                .param("record", page.record().value())
                .query(Long.class)
                .single());
  }

  /** In one transaction of the officer. */
  <T extends @Nullable Object> T work(Opened at, Supplier<T> work) {
    return samples.as(at.officer().acting(), work);
  }
}
