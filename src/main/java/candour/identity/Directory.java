package candour.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where officers look people up by a name, a number or a postcode. */
@Repository
class Directory {

  private final JdbcClient jdbc;

  Directory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(DataSubject subject, Requester requester, List<Clue> clues) {
    jdbc.sql(
            """
            insert into identity.directory (requester_id, words)
            values (:requester, array_to_tsvector(cast(:words as text[])))
            """)
        .param("requester", requester.id())
        .param("words", SearchWords.of(subject, requester, clues).toArray(String[]::new))
        .update();
  }

  /** Requesters who fit every word; nobody for whoever is not at work. */
  List<UUID> found(String words, int most) {
    return SearchWords.query(words)
        .map(query ->
            jdbc.sql("select * from identity.found(cast(:query as tsquery), :most)")
                .param("query", query)
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list())
        .orElse(List.of());
  }
}
