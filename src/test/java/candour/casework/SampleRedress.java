package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Complaint.Cause;
import candour.casework.Correction.Asked;
import candour.casework.Correction.Ruling;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody who is not content with a case of theirs. */
@Component
public class SampleRedress {

  private final Complaints complaints;
  private final Corrections corrections;
  private final Samples samples;
  private final JdbcClient jdbc;

  SampleRedress(Complaints complaints, Corrections corrections, Samples samples, JdbcClient jdbc) {
    this.complaints = complaints;
    this.corrections = corrections;
    this.samples = samples;
    this.jdbc = jdbc;
  }

  /** What was put right and who has to be told of it, each by its name in addresses. */
  public record Corrected(String correction, String recipient) {}

  public Corrected corrected(CaseReference reference, UUID entry, String words) {
    var officer = samples.officer("Who put it right", Role.CASEWORKER);
    var asked = new Asked(null, false, words, words);
    return officer
        .acting()
        .call(() -> {
          var today = LocalDate.now(Days.LONDON);
          var id = corrections.receive(reference, asked, Channel.PAPER, today, officer);
          corrections.rule(reference, id, Ruling.CORRECTED, words + ": " + "r".repeat(40), officer);
          return new Corrected(id.toString(), listed(reference, id, entry).toString());
        });
  }

  private UUID listed(CaseReference reference, UUID correction, UUID entry) {
    var id = Identifiers.next();
    var rows =
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql(
                        """
                        insert into casework.recipient (recipient_id, correction_id, case_id, entry_id, body, disclosed_on, listed_on)
                        select ?, ?, ?, disclosure_id, asked_by, disclosed_on, common.today()
                        from ledger.disclosure where disclosure_id = ?
                        """)
                    .params(id, correction, reference.value(), entry)
                    .update());
    assertThat(rows).isOne();
    return id;
  }

  /** An open complaint and an open correction in these words, each by its name in addresses. */
  public Map<String, String> open(CaseReference reference, String words) {
    return samples
        .holderOf(reference)
        .acting()
        .call(() ->
            Map.of(
                "complaint",
                complaints.complain(reference, Set.of(Cause.LATE), words).toString(),
                "correction",
                corrections.ask(reference, new Asked(null, true, words, "")).toString()));
  }
}
