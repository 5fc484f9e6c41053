package candour.identity;

import candour.platform.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What people said that helps to find records about them, in the order in which they said it. */
@Repository
class Clues {

  private static final List<String> TEXTS =
      List.of("number", "country", "name", "vessel", "port", "words");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Clues(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(UUID requesterId, List<Clue> clues) {
    if (clues.isEmpty()) {
      return;
    }
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    for (var clue : clues) {
      var columns = columns(clue);
      columns.put("clue_id", Identifiers.next());
      columns.put("position", rows.size() + 1);
      rows.add(columns);
    }
    jdbc.sql(
            """
            insert into identity.clue (clue_id, requester_id, position, kind, sort, number, country, name, vessel, port,
              words, on_year, on_month, on_day, on_approximate)
            select clue_id, :requester, position, kind, sort, number, country, name, vessel, port,
              words, on_year, on_month, on_day, on_approximate
            from json_populate_recordset(null::identity.clue, cast(:clues as json))
            """)
        .param("requester", requesterId)
        .param("clues", json.writeValueAsString(rows))
        .update();
  }

  private static Map<String, @Nullable Object> columns(Clue clue) {
    return switch (clue) {
      case Clue.Reference(var of, var number) ->
          columns("REFERENCE", of, PartialDate.unknown(""), Map.of("number", number));
      case Clue.Passport(var whose, var number, var country, var name) ->
          columns(
              "PASSPORT",
              whose,
              PartialDate.unknown(""),
              Map.of("number", number, "country", country, "name", name));
      case Clue.Arrival(var vessel, var port, var on, var words) ->
          columns("ARRIVAL", null, on, Map.of("vessel", vessel, "port", port, "words", words));
      case Clue.Addresses(var words) ->
          columns("ADDRESSES", null, PartialDate.unknown(""), Map.of("words", words));
      case Clue.Born(var date) ->
          columns(
              "BORN", null, date, date.words() == null ? Map.of() : Map.of("words", date.words()));
      case Clue.Nationality(var words) ->
          columns("NATIONALITY", null, PartialDate.unknown(""), Map.of("words", words));
    };
  }

  private static Map<String, @Nullable Object> columns(
      String kind, @Nullable Enum<?> sort, PartialDate on, Map<String, String> texts) {
    var columns = new HashMap<String, @Nullable Object>();
    TEXTS.forEach(text -> columns.put(text, texts.getOrDefault(text, "")));
    columns.put("kind", kind);
    columns.put("sort", sort == null ? null : sort.name());
    columns.put("on_year", on.year());
    columns.put("on_month", on.month() == null ? null : on.month().getValue());
    columns.put("on_day", on.day());
    columns.put("on_approximate", on.approximate());
    return columns;
  }

  List<Clue> of(UUID requesterId) {
    return jdbc.sql("select * from identity.clue where requester_id = :requester order by position")
        .param("requester", requesterId)
        .query((row, _) -> clue(row))
        .list();
  }

  private static Clue clue(ResultSet row) throws SQLException {
    var words = row.getString("words");
    return switch (row.getString("kind")) {
      case "REFERENCE" ->
          new Clue.Reference(
              Clue.Reference.Of.valueOf(row.getString("sort")), row.getString("number"));
      case "PASSPORT" -> passport(row);
      case "ARRIVAL" ->
          new Clue.Arrival(
              row.getString("vessel"),
              row.getString("port"),
              DateColumns.read(row, "on_", ""),
              words);
      case "ADDRESSES" -> new Clue.Addresses(words);
      case "BORN" -> new Clue.Born(DateColumns.read(row, "on_", words));
      case "NATIONALITY" -> new Clue.Nationality(words);
      case String unknown -> throw new IllegalStateException(unknown);
    };
  }

  private static Clue passport(ResultSet row) throws SQLException {
    var whose = row.getString("sort");
    return new Clue.Passport(
        whose == null ? null : Clue.Passport.Whose.valueOf(whose),
        row.getString("number"),
        row.getString("country"),
        row.getString("name"));
  }
}
