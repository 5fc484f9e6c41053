package candour.records;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Leads from what a determination is about to the page where its picture is; from a whole record to
 * its first page.
 */
@Controller
class ItemOfCase {

  private final JdbcClient jdbc;

  ItemOfCase(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/staff/cases/{reference}/records/items/{item}")
  @Transactional(readOnly = true)
  String find(@PathVariable UUID reference, @PathVariable UUID item) {
    return jdbc.sql(
            """
            select record_id, page_no from records.page
            where case_id = :case and (item_id = :item or record_id = :item)
            order by page_no limit 1
            """)
        .param("case", reference)
        .param("item", item)
        .query((row, _) ->
            "redirect:/staff/cases/%s/records/%s/pages/%d"
                .formatted(reference, row.getObject("record_id"), row.getInt("page_no")))
        .optional()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
