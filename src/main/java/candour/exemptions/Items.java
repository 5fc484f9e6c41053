package candour.exemptions;

import candour.casework.CaseReference;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What may be decided on, each of one case. */
@Repository
@Transactional
class Items {

  private final JdbcClient jdbc;

  Items(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(CaseReference reference, List<Item> items) {
    items.forEach(item -> add(reference, item));
  }

  private void add(CaseReference reference, Item item) {
    jdbc.sql(
            """
            insert into exemptions.item (item_id, case_id, kind, within_id, words)
            values (:id, :case, :kind, :within, :words)
            """)
        .param("id", item.id())
        .param("case", reference.value())
        .param("kind", item.kind().name())
        .param("within", item.withinId())
        .param("words", item.words())
        .update();
  }

  public List<Item> of(CaseReference reference) {
    return jdbc.sql(
            """
            select item_id, kind, within_id, words from exemptions.item
            where case_id = :case
            order by recorded_at, item_id
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Item(
                row.getObject("item_id", UUID.class),
                Item.Kind.valueOf(row.getString("kind")),
                row.getObject("within_id", UUID.class),
                row.getString("words")))
        .list();
  }
}
