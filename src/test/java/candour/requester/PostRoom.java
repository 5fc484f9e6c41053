package candour.requester;

import candour.platform.Acting;
import candour.platform.Seals;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mail that waits to be sent, opened. */
public final class PostRoom {

  private static final Pattern LINK =
      Pattern.compile(
          "http\\S+(/(?:my-request/open|request/return|asked-for-you|contact-change)/\\S+)");

  private static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Samples samples;
  private final JsonMapper json = JsonMapper.builder().build();

  public PostRoom(JdbcClient jdbc, Seals seals, Samples samples) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.samples = samples;
  }

  /** What was written to that address, earliest first. */
  public List<JsonNode> to(String address) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc
                .sql(
                    "select mail_id, sealed from notifications.mail where sealed is not null order"
                        + " by queued_at")
                .query((row, _) ->
                    json.readTree(
                        seals.open(
                            "mail " + row.getObject("mail_id", UUID.class),
                            row.getBytes("sealed"))))
                .list()
                .stream()
                .filter(mail -> mail.get("to").get(0).asString().equals(address))
                .toList());
  }

  /** The release codes in the letters of that case, earliest first. */
  public List<String> codes(UUID caseId) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc
                .sql(
                    "select letter_id, sealed from notifications.letter where case_id = :case order"
                        + " by queued_at")
                .param("case", caseId)
                .query((row, _) ->
                    json.readTree(
                        seals.open(
                            caseId,
                            "letter " + row.getObject("letter_id", UUID.class),
                            row.getBytes("sealed"))))
                .list()
                .stream()
                .flatMap(letter -> CODE.matcher(letter.get("body").asString()).results())
                .map(MatchResult::group)
                .toList());
  }

  /** The path of the latest link mailed to that address. */
  public String link(String address) {
    var found = LINK.matcher(to(address).getLast().get("body").asString());
    if (!found.find()) {
      throw new AssertionError("No link was mailed to " + address);
    }
    return found.group(1);
  }
}
