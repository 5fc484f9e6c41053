package candour.ledger.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import candour.ledger.Ledger;
import candour.ledger.Reception.Taken;
import candour.ledger.entries.Column;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job that compares the rows of each batch with what it was taken in with. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class LedgerCheckTests {

  @Autowired Samples samples;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("ledgerCheck")
  RecurringTask<Void> check;

  @Test
  void a_row_that_came_after_its_batch_raises_the_alarm(CapturedOutput log) {
    var batch = taken();
    run();
    assertThat(log).doesNotContain(batch.toString());
    samples.as(Acting.system(), () -> add(batch));
    run();
    assertThat(log).contains("ALARM: the rows of the batch " + batch);
  }

  private void run() {
    check.executeRecurringly(
        new TaskInstance<>("ledger-check", "recurring"), Mockito.mock(ExecutionContext.class));
  }

  private UUID taken() {
    var officer = samples.officer("Disclosures officer", Role.DISCLOSURES);
    var file =
        String.join(",", Column.headers())
            + "\n"
            + SampleDisclosures.REJECTED.formatted(Identifiers.randomCode(8))
            + "Vernon Bright,\n";
    var resource = new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8));
    return samples.as(
        officer.acting(), () -> ((Taken) ledger.receive("x.csv", resource, officer)).batchId());
  }

  private int add(UUID batch) {
    return jdbc.sql(
            """
            insert into ledger.disclosure (disclosure_id, batch_id, row_no, agreement_id, version_id, out_of_agreement, asked_by,
              asked_of, reason_code, last_resort, outcome, requested_on, person_name, name_key)
            select gen_random_uuid(), batch_id, row_no + 1, agreement_id, version_id, out_of_agreement, asked_by, asked_of,
              reason_code, last_resort, 'WITHDRAWN', requested_on, person_name, name_key
            from ledger.disclosure where batch_id = ?
            """)
        .param(batch)
        .update();
  }
}
