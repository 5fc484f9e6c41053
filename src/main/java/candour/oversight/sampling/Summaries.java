package candour.oversight.sampling;

import candour.audit.Checkpoint;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws summaries by lot. It connects as {@code candour_report}, which sees the summaries of what
 * is signed, and of no person.
 */
@Repository
class Summaries {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Summaries(@Qualifier("reportDataSource") HikariDataSource report, JsonMapper json) {
    this.jdbc = JdbcClient.create(report);
    this.json = json;
  }

  /**
   * The summaries whose SHA-256 of the checkpoint's root, these words and the leaf are the lowest:
   * words said after the root was published cannot have been foreseen by whoever made the log.
   */
  Sample draw(Checkpoint checkpoint, String words, int many) {
    return new Sample(checkpoint, words, many, lowest(checkpoint, words, many));
  }

  private List<Summary> lowest(Checkpoint checkpoint, String words, int many) {
    return jdbc.sql(
            """
            select leaf_index, provision, day, summary from audit.facts where leaf_index < :size
            order by sha256(cast(:root as bytea) || convert_to(:words, 'UTF8') || leaf) limit :many
            """)
        .param("size", checkpoint.size())
        .param("root", Base64.getDecoder().decode(checkpoint.root()))
        .param("words", words)
        .param("many", many)
        .query((row, _) ->
            new Summary(
                row.getLong("leaf_index"),
                row.getString("provision"),
                row.getObject("day", LocalDate.class),
                json.readTree(row.getString("summary")).path("payload").asString(),
                row.getString("summary")))
        .list();
  }
}
