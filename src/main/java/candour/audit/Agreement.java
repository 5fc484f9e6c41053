package candour.audit;

import candour.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Whether the rows of one case are what the log says of them. Asked before a case is erased, since
 * afterwards nobody could tell any more: what was forged is not erased with the trace of it.
 */
@Component
public class Agreement {

  private static final Logger LOG = LoggerFactory.getLogger(Agreement.class);

  private final JdbcClient jdbc;
  private final Openings openings;

  Agreement(JdbcClient jdbc, Openings openings) {
    this.jdbc = jdbc;
    this.openings = openings;
  }

  /**
   * @param subjectId whom the case is about
   * @param requesterId who asked
   * @throws Refusal {@code rows-are-not-as-logged}, or {@code case-is-erased}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void require(UUID caseId, UUID subjectId, UUID requesterId) {
    var key = openings.of(caseId).orElseThrow(() -> new Refusal("case-is-erased"));
    var claims = new Claims();
    jdbc.sql(
            "select entry_id, leaf, opening, rows from audit.entry where case_id = :case and not outlives_case")
        .param("case", caseId)
        .query(row -> {
          for (var line : said(caseId, key, row)) {
            claims.say(row.getString("entry_id"), line.asString());
          }
        });
    jdbc.sql("select relation, digest from platform.logged_of_case(:case, :subject, :requester)")
        .param("case", caseId)
        .param("subject", subjectId)
        .param("requester", requesterId)
        .query(row -> {
          if (!claims.find(row.getString(1), row.getString(2))) {
            throw refusal(caseId, "a row of " + row.getString(1) + " was never logged");
          }
        });
    var unmet = claims.unmet();
    if (unmet.isPresent()) {
      throw refusal(caseId, "a row of " + unmet.get().table() + " was changed or removed");
    }
  }

  private static JsonNode said(UUID caseId, Openings.OfCase key, ResultSet row)
      throws SQLException {
    try {
      return key.payload(row).path("rows");
    } catch (Refusal e) {
      throw refusal(caseId, "an entry has not the opening that it was written with");
    }
  }

  private static Refusal refusal(UUID caseId, String found) {
    LOG.error("ALARM: the case {} is not what the decision log says: {}", caseId, found);
    return new Refusal("rows-are-not-as-logged");
  }
}
