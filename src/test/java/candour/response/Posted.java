package candour.response;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.support.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written to people, opened. */
@Component
public class Posted {

  private static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");

  private final Samples samples;
  private final Seals seals;
  private final JdbcClient jdbc;

  Posted(Samples samples, Seals seals, JdbcClient jdbc) {
    this.samples = samples;
    this.seals = seals;
    this.jdbc = jdbc;
  }

  /** Every mail of this template that is not sent yet, the newest last. */
  List<String> mails(String template) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select mail_id, sealed from notifications.mail where template = :template"
                        + " and sealed is not null order by queued_at")
                .param("template", template)
                .query((row, _) ->
                    new String(
                        seals.open("mail " + row.getObject(1, UUID.class), row.getBytes("sealed")),
                        StandardCharsets.UTF_8))
                .list());
  }

  /** The letters to the requester of this case, the newest last. */
  List<String> letters(CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select letter_id, sealed from notifications.letter where case_id = :case"
                        + " order by queued_at")
                .param("case", reference.value())
                .query((row, _) ->
                    new String(
                        seals.open(
                            reference.value(),
                            "letter " + row.getObject(1, UUID.class),
                            row.getBytes("sealed")),
                        StandardCharsets.UTF_8))
                .list());
  }

  /** The code in the newest letter. */
  String code(CaseReference reference) {
    var code = CODE.matcher(letters(reference).getLast());
    if (!code.find()) {
      throw new AssertionError("no code in the letter");
    }
    return code.group();
  }

  /** The one letter of this case in which a code is. */
  public UUID codeLetter(CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    select letter_id from notifications.letter
                    where case_id = :case and template = 'release-code'
                    """)
                .param("case", reference.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single());
  }
}
