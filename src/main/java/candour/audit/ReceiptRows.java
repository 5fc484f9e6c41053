package candour.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.Hash;
import candour.audit.merkle.Slots;
import candour.platform.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Receipts under their roots: what is for the person apart from what is not. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptRows {

  /**
   * The entry of an answer, opened, and the slots that are for the person.
   *
   * @param place in the log; beyond every other where it has none yet
   */
  record Answered(long place, String opening, String slots) {}

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Openings openings;
  private final JsonMapper json;

  ReceiptRows(JdbcClient jdbc, Seals seals, Openings openings, JsonMapper json) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.openings = openings;
    this.json = json;
  }

  void add(UUID caseId, Hash root, String forPerson, Slots all) {
    add(caseId, root, true, forPerson);
    add(caseId, root, false, json.writeValueAsString(all));
  }

  private void add(UUID caseId, Hash root, boolean forPerson, String content) {
    jdbc.sql(
            """
            insert into audit.receipt (root, for_person, case_id, sealed)
            values (:root, :person, :case, :sealed)
            """)
        .param("root", root.bytes())
        .param("person", forPerson)
        .param("case", caseId)
        .param(
            "sealed", seals.seal(caseId, context(root.hex(), forPerson), content.getBytes(UTF_8)))
        .update();
  }

  /** The answers of a case, the first one first; none once its key was destroyed. */
  List<Answered> answers(UUID caseId) {
    return openings.of(caseId).map(opener -> answers(caseId, opener)).orElse(List.of());
  }

  private List<Answered> answers(UUID caseId, Openings.OfCase opener) {
    return jdbc.sql("select * from audit.answers(:case)")
        .param("case", caseId)
        .query((row, _) -> answered(caseId, row, opener))
        .list();
  }

  private Answered answered(UUID caseId, ResultSet row, Openings.OfCase opener)
      throws SQLException {
    var place = Objects.requireNonNullElse(row.getObject("leaf_index", Long.class), Long.MAX_VALUE);
    var root = opener.payload(row).at("/fact/receipt").asString();
    return new Answered(place, opener.file(row), content(caseId, root, true));
  }

  /** Every slot of that receipt, for whoever works on the case. */
  Slots all(UUID caseId, String root) {
    return json.readValue(content(caseId, root, false), Slots.class);
  }

  private String content(UUID caseId, String root, boolean forPerson) {
    var sealed =
        jdbc.sql("select sealed from audit.receipt where root = :root and for_person = :person")
            .param("root", HexFormat.of().parseHex(root))
            .param("person", forPerson)
            .query((row, _) -> row.getBytes(1))
            .single();
    return new String(seals.open(caseId, context(root, forPerson), sealed), UTF_8);
  }

  private static String context(String root, boolean forPerson) {
    return "receipt " + root + (forPerson ? " for the person" : " whole");
  }
}
