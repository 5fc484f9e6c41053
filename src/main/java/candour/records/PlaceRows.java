package candour.records;

import candour.casework.CaseReference;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The places on pages that decisions under the immigration exemption are about, by their item. */
@Repository
@Transactional
class PlaceRows {

  private record Marked(UUID item, Place place) {}

  private final JdbcClient jdbc;

  PlaceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(UUID item, PageKey page, List<Place> places) {
    jdbc.sql(
            """
            insert into records.place (item_id, place_no, case_id, record_id, page_no, x, y, width, height)
            select :item, place_no, :case, :record, :page, x, y, width, height
            from unnest(:x::numeric[], :y::numeric[], :width::numeric[], :height::numeric[])
              with ordinality as place (x, y, width, height, place_no)
            """)
        .param("item", item)
        .param("case", page.reference().value())
        .param("record", page.record().value())
        .param("page", page.number())
        .param("x", each(places, Place::x))
        .param("y", each(places, Place::y))
        .param("width", each(places, Place::width))
        .param("height", each(places, Place::height))
        .update();
  }

  private static BigDecimal[] each(List<Place> places, Function<Place, BigDecimal> side) {
    return places.stream().map(side).toArray(BigDecimal[]::new);
  }

  /** The places on the page. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Place>> on(PageKey page) {
    return jdbc
        .sql(
            """
            select item_id, x, y, x + width as right_x, y + height as bottom_y from records.place
            where case_id = :case and record_id = :record and page_no = :page
            order by item_id, place_no
            """)
        .param("case", page.reference().value())
        .param("record", page.record().value())
        .param("page", page.number())
        .query((row, _) -> new Marked(row.getObject("item_id", UUID.class), MarkRows.place(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Marked::item,
                LinkedHashMap::new,
                Collectors.mapping(Marked::place, Collectors.toList())));
  }

  /** Where the item is: on which page, or on the first of a whole record; none, elsewhere. */
  @Transactional(readOnly = true)
  public Optional<PageKey> of(CaseReference reference, UUID item) {
    return jdbc.sql(
            """
            select record_id, page_no from records.page
            where case_id = :case and (item_id = :item or record_id = :item
              or (record_id, page_no) in (select record_id, page_no from records.place where item_id = :item))
            order by page_no limit 1
            """)
        .param("case", reference.value())
        .param("item", item)
        .query((row, _) ->
            new PageKey(
                reference,
                new RecordId(row.getObject("record_id", UUID.class)),
                row.getInt("page_no")))
        .optional();
  }
}
