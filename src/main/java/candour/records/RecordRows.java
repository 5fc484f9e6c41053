package candour.records;

import candour.casework.CaseReference;
import candour.platform.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records and their pages. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RecordRows {

  record New(
      RecordId id,
      CaseReference reference,
      DocumentId document,
      UUID searchId,
      String systemId,
      String title,
      String period,
      UUID collectedBy,
      LocalDate collectedOn) {}

  /**
   * A page and the decision that counts, or once counted.
   *
   * @param stands false where something is kept back by a determination that has ended
   */
  record PageRow(
      RecordId record,
      int number,
      UUID itemId,
      @Nullable UUID decisionId,
      @Nullable Instant decidedAt,
      boolean stands,
      @Nullable Ground ground,
      @Nullable DocumentId prepared) {}

  record RecordRow(
      RecordId id,
      DocumentId document,
      UUID searchId,
      String systemId,
      String title,
      String period,
      boolean health) {}

  private static final String RECORDS =
      """
      select r.record_id, r.document_id, r.search_id, r.system_id, r.title, r.period, h.record_id is not null as health
      from records.record r left join records.health_tag h using (record_id)
      """;

  private static final String PAGES =
      """
      select p.record_id, p.page_no, p.item_id, d.decision_id, d.recorded_at, d.ground, d.proposal_id, d.reliance_id,
        d.prepared_id, records.stands(d.decision_id) as stands
      from records.page p left join records.page_decision d using (decision_id)
      """;

  private static final String PAGES_THEN =
      """
      select p.record_id, p.page_no, p.item_id, d.decision_id, d.recorded_at, d.ground, d.proposal_id, d.reliance_id,
        d.prepared_id, true as stands
      from records.page p left join lateral (
        select * from records.page_decision past
        where past.record_id = p.record_id and past.page_no = p.page_no and past.recorded_at <= :moment
        order by past.recorded_at desc limit 1) d on true
      where p.case_id = :case order by p.record_id, p.page_no
      """;

  private final JdbcClient jdbc;

  RecordRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a record; its pages are items, in their order. */
  void add(New added, List<UUID> pages) {
    jdbc.sql(
            """
            insert into records.record (record_id, case_id, document_id, search_id, system_id, title, period, pages,
              collected_by, collected_on)
            values (:id, :case, :document, :search, :system, :title, :period, :pages, :by, :on)
            """)
        .param("id", added.id().value())
        .param("case", added.reference().value())
        .param("document", added.document().value())
        .param("search", added.searchId())
        .param("system", added.systemId())
        .param("title", added.title())
        .param("period", added.period())
        .param("pages", pages.size())
        .param("by", added.collectedBy())
        .param("on", added.collectedOn())
        .update();
    jdbc.sql(
            """
            insert into records.page (record_id, page_no, case_id, item_id)
            select :id, page_no, :case, item_id
            from unnest(:items::uuid[]) with ordinality as page (item_id, page_no)
            """)
        .param("id", added.id().value())
        .param("case", added.reference().value())
        .param("items", pages.toArray(UUID[]::new))
        .update();
  }

  /** Tags the record as one that holds health data; false where it is tagged already. */
  boolean tag(CaseReference reference, RecordId record, UUID officer) {
    return jdbc.sql(
                """
                insert into records.health_tag (record_id, case_id, officer_id) values (:record, :case, :officer)
                on conflict (record_id) do nothing
                """)
            .param("record", record.value())
            .param("case", reference.value())
            .param("officer", officer)
            .update()
        == 1;
  }

  List<RecordRow> of(CaseReference reference) {
    return jdbc.sql(RECORDS + "where r.case_id = :case order by r.recorded_at, r.record_id")
        .param("case", reference.value())
        .query((row, _) -> record(row))
        .list();
  }

  /**
   * One of the records; one that the case does not have is an {@link
   * org.springframework.dao.EmptyResultDataAccessException}.
   */
  RecordRow get(CaseReference reference, RecordId id) {
    return jdbc.sql(RECORDS + "where r.case_id = :case and r.record_id = :record")
        .param("case", reference.value())
        .param("record", id.value())
        .query((row, _) -> record(row))
        .single();
  }

  private static RecordRow record(ResultSet row) throws SQLException {
    return new RecordRow(
        new RecordId(row.getObject("record_id", UUID.class)),
        new DocumentId(row.getObject("document_id", UUID.class)),
        row.getObject("search_id", UUID.class),
        row.getString("system_id"),
        row.getString("title"),
        row.getString("period"),
        row.getBoolean("health"));
  }

  /** Every page of the case with the decision that counts, by record. */
  Map<RecordId, List<PageRow>> pages(CaseReference reference) {
    return jdbc
        .sql(PAGES + "where p.case_id = :case order by p.record_id, p.page_no")
        .param("case", reference.value())
        .query((row, _) -> page(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(PageRow::record));
  }

  /** Every page of one record with the decision that counts. */
  List<PageRow> pages(CaseReference reference, RecordId record) {
    return jdbc.sql(PAGES + "where p.case_id = :case and p.record_id = :record order by p.page_no")
        .param("case", reference.value())
        .param("record", record.value())
        .query((row, _) -> page(row))
        .list();
  }

  /** Every page of the case with the decision that counted at that moment, by record. */
  Map<RecordId, List<PageRow>> pagesAt(CaseReference reference, Instant moment) {
    return jdbc
        .sql(PAGES_THEN)
        .param("case", reference.value())
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query((row, _) -> page(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(PageRow::record));
  }

  /**
   * One page with the decision that counts; one that is not there is an {@link
   * org.springframework.dao.EmptyResultDataAccessException}.
   */
  PageRow page(PageKey page) {
    return jdbc.sql(
            PAGES + "where p.case_id = :case and p.record_id = :record and p.page_no = :page")
        .param("case", page.reference().value())
        .param("record", page.record().value())
        .param("page", page.number())
        .query((row, _) -> page(row))
        .single();
  }

  private static PageRow page(ResultSet row) throws SQLException {
    var prepared = row.getObject("prepared_id", UUID.class);
    var ground = row.getString("ground");
    var decided = row.getTimestamp("recorded_at");
    return new PageRow(
        new RecordId(row.getObject("record_id", UUID.class)),
        row.getInt("page_no"),
        row.getObject("item_id", UUID.class),
        row.getObject("decision_id", UUID.class),
        decided == null ? null : decided.toInstant(),
        row.getBoolean("stands"),
        ground == null ? null : ground(row),
        prepared == null ? null : new DocumentId(prepared));
  }

  static Ground ground(ResultSet row) throws SQLException {
    return Ground.of(
        row.getString("ground"),
        row.getObject("proposal_id", UUID.class),
        row.getObject("reliance_id", UUID.class));
  }
}
