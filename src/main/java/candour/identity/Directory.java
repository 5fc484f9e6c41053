package candour.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where officers look people up by a name, a number or a postcode. */
@Repository
class Directory {

  private final JdbcClient jdbc;

  Directory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From the beginning they are found by these words. */
  void add(DataSubject subject, Requester requester, List<Clue> clues) {
    put("", subject, requester, clues, null);
  }

  /**
   * From now on they are found by these words alone, if they are found at all: who follows the
   * request of another is found by that one's entry.
   *
   * @param change since which they are reached otherwise
   */
  void renew(DataSubject subject, Requester requester, List<Clue> clues, UUID change) {
    put(
        "where exists (select from identity.directory where requester_id = :requester)",
        subject,
        requester,
        clues,
        change);
  }

  private void put(
      String where,
      DataSubject subject,
      Requester requester,
      List<Clue> clues,
      @Nullable UUID change) {
    jdbc.sql(
            """
            insert into identity.directory (requester_id, change_id, words)
            select :requester, cast(:change as uuid), array_to_tsvector(cast(:words as text[]))
            """
                + where)
        .param("requester", requester.id())
        .param("change", change)
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
