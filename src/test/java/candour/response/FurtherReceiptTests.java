package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.Receipts;
import candour.casework.CaseReference;
import candour.exemptions.Telling;
import candour.platform.Days;
import candour.support.Patience;
import candour.support.PdfText;
import candour.support.PortalTest;
import candour.support.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The receipt of a further answer opens the determinations that its letter tells of. */
@PortalTest
class FurtherReceiptTests {

  @Autowired Answering answering;
  @Autowired Receipts receipts;
  @Autowired Samples samples;
  @Autowired Days days;

  @Test
  void what_the_letter_tells_of_once_it_has_ended_is_opened_then_and_not_before() {
    var by = answering.officers();
    var searched = answering.searched(by, 1);
    var reference = searched.reference();
    answering.confirm(reference, by.caseworker());
    var record = answering.collect(searched, by, "Arrival file", "Method", "Advice");
    var quiet = answering.determined(searched, by, record, 1, notTold());
    var quieter = answering.determined(searched, by, record, 2, notTold());
    answering.withhold(searched, by, record.id(), 1, quiet);
    answering.withhold(searched, by, record.id(), 2, quieter);
    answering.released(reference, by);

    answering.withdraw(searched, quiet);
    answering.withdraw(searched, quieter);
    answering.desk.release(reference, record.id(), 1, by.caseworker());
    answering.withhold(
        searched, by, record.id(), 2, answering.determined(searched, by, record, 2, notTold()));
    var further = answering.released(reference, by);
    assertThat(PdfText.of(answering.pdf(reference, further, by.caseworker())))
        .contains("Arrival file, page 1", "We are telling you now.")
        .doesNotContain("Arrival file, page 2");
    assertThat(slots(reference, 1)).isEmpty();
    assertThat(slots(reference, 2))
        .contains(String.valueOf(quiet.proposalId()), "ended")
        .doesNotContain(String.valueOf(quieter.proposalId()));
  }

  private Telling notTold() {
    return new Telling.NotTold(
        "Telling would show how the operation is carried out.", days.today().plusMonths(2));
  }

  /** What the person's proof opens of that answer. */
  private String slots(CaseReference reference, int answer) {
    var holder = samples.holderOf(reference).acting();
    var zip = Patience.find(() -> samples.as(holder, () -> receipts.proof(reference.value())));
    try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        if (file.getName().equals("answer-" + answer + "/slots.jsonl")) {
          return new String(files.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      throw new AssertionError("No such answer is proved");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
