package candour.casework;

import candour.casework.Complaint.Cause;
import candour.casework.Correction.Asked;
import candour.support.Samples;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Somebody who is not content with a case of theirs. */
@Component
public class SampleRedress {

  private final Complaints complaints;
  private final Corrections corrections;
  private final Samples samples;

  SampleRedress(Complaints complaints, Corrections corrections, Samples samples) {
    this.complaints = complaints;
    this.corrections = corrections;
    this.samples = samples;
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
