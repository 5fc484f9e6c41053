package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Identifiers;
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
    jdbc.sql(
            """
            insert into exemptions.item (item_id, case_id, kind, within_id, words)
            select id, :case, kind, within_id, words
            from unnest(:ids::uuid[], :kinds::text[], :within::uuid[], :words::text[]) item (id, kind, within_id, words)
            """)
        .param("case", reference.value())
        .param("ids", items.stream().map(Item::id).toArray(UUID[]::new))
        .param("kinds", items.stream().map(item -> item.kind().name()).toArray(String[]::new))
        .param("within", items.stream().map(Item::withinId).toArray(UUID[]::new))
        .param("words", items.stream().map(Item::words).toArray(String[]::new))
        .update();
  }

  /** The entry of the ledger as something to decide on, which it is once in a case. */
  public Item entry(CaseReference reference, UUID entry, String words) {
    jdbc.sql(
            """
            insert into exemptions.item (item_id, case_id, kind, within_id, words)
            values (:id, :case, 'DISCLOSURE', :entry, :words)
            on conflict (case_id, within_id) where kind = 'DISCLOSURE' do nothing
            """)
        .param("id", Identifiers.next())
        .param("case", reference.value())
        .param("entry", entry)
        .param("words", words)
        .update();
    return of(reference).stream()
        .filter(item -> item.kind() == Item.Kind.DISCLOSURE && item.withinId().equals(entry))
        .findFirst()
        .orElseThrow();
  }

  /** Places on a page as something to decide on, which they are once: named by where they are. */
  public Item places(CaseReference reference, UUID page, String which, String words) {
    var id = SameWords.name(page, which);
    jdbc.sql(
            """
            insert into exemptions.item (item_id, case_id, kind, within_id, page_id, words)
            select :id, case_id, 'REGIONS', within_id, item_id, :words
            from exemptions.item where item_id = :page and case_id = :case and kind = 'PAGE'
            on conflict (item_id) do nothing
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("page", page)
        .param("words", words)
        .update();
    return of(reference).stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
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
