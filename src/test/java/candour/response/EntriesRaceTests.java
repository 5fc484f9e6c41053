package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.exemptions.Exemptions;
import candour.exemptions.Telling;
import candour.platform.Officer.Role;
import candour.support.Patience;
import candour.support.PortalTest;
import candour.support.SampleDisclosures;
import candour.support.Samples;
import candour.support.Superuser;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept back while the person reads what there is about them. */
@PortalTest
class EntriesRaceTests {

  @Autowired Answering answering;
  @Autowired Responses responses;
  @Autowired Exemptions exemptions;
  @Autowired SampleDisclosures disclosures;
  @Autowired Samples samples;
  @Autowired Superuser superuser;

  @Test
  void an_entry_that_is_kept_back_while_the_list_is_read_is_not_on_it() throws Exception {
    var by = answering.officers();
    var searched = answering.ready(by);
    var reference = searched.reference();
    var entry = disclosures.shown(reference, SampleDisclosures.TRACED);
    var officer = by.caseworker();
    var item = officer.acting().call(() -> exemptions.entry(reference, entry, "Home Office"));
    var proposal = answering.propose(searched, by, item, new Telling.Told());
    var holder = samples.holderOf(reference).acting();
    var senior = samples.officer("Nia Prys", Role.SENIOR);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var list =
          superuser.undone(database -> {
            var reading =
                heldUp(
                    database,
                    threads,
                    () -> holder.call(() -> responses.disclosuresAbout(reference)));
            answering.approve(searched, proposal, senior, new Telling.Told());
            return reading;
          });
      assertThat(list.get()).isEmpty();
    }
    assertThat(holder.call(() -> responses.disclosuresAbout(reference))).isEmpty();
  }

  /** Reads, and waits where the ledger itself is read. */
  private static Future<List<DisclosureAboutMe>> heldUp(
      JdbcClient database, ExecutorService threads, Callable<List<DisclosureAboutMe>> reading) {
    database.sql("lock table ledger.agreement_version in access exclusive mode").update();
    var list = threads.submit(reading);
    Patience.until(() ->
        database
            .sql(
                "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
            .query(Boolean.class)
            .single());
    return list;
  }
}
