package candour.response;

import static candour.response.Answering.THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Officers who act at the same moment. */
@PortalTest
class ReleaseRaceTests {

  private static final int ROUNDS = 5;

  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void twenty_releases_at_once_are_one_and_a_clear_sentence_for_the_rest() throws Exception {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    var pack = answering.approved(reference, by);
    var refusals = new ConcurrentLinkedQueue<String>();
    atOnce(
        IntStream.range(0, 20)
            .mapToObj(i -> samples.officer("Releaser " + i, Role.RELEASER))
            .<Runnable>map(officer ->
                () -> {
                  try {
                    answering.release(reference, pack, officer);
                  } catch (Refusal refusal) {
                    refusals.add(refusal.rule());
                  }
                })
            .toList());
    assertThat(refusals).hasSize(19);
    assertThat(refusals).isSubsetOf("case-is-answered", "release-under-way");
    assertThat(count("response.departure", reference)).isOne();
    assertThat(posted.letters(reference)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TransactionDefinition.ISOLATION_READ_COMMITTED,
        TransactionDefinition.ISOLATION_REPEATABLE_READ,
        TransactionDefinition.ISOLATION_SERIALIZABLE
      })
  void a_decision_on_a_page_and_a_release_are_never_both(int isolation) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var by = answering.officers();
      var searched = answering.ready(by);
      var reference = searched.reference();
      var record = answering.collect(searched, by, "Second", "B").id();
      answering.withhold(searched, by, record, 1, THIRD_PARTY);
      var pack = answering.approved(reference, by);
      var kept = new ConcurrentLinkedQueue<String>();
      atOnce(
          List.of(
              () ->
                  attempt(
                      isolation,
                      by.releaser(),
                      () -> answering.release(reference, pack, by.releaser()),
                      () -> kept.add("release")),
              () ->
                  attempt(
                      isolation,
                      by.caseworker(),
                      () ->
                          answering.desk.withhold(
                              reference, record, 1, THIRD_PARTY, by.caseworker()),
                      () -> kept.add("decision"))));
      assertThat(kept).hasSize(1);
      assertThat(count("response.departure", reference))
          .isEqualTo(kept.contains("release") ? 1 : 0);
      assertThat(count("records.page_decision", reference))
          .isEqualTo(kept.contains("decision") ? 3 : 2);
    }
  }

  private void attempt(int isolation, Officer officer, Runnable work, Runnable kept) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(isolation);
    try {
      officer.acting().run(() -> transaction.executeWithoutResult(_ -> work.run()));
      kept.run();
    } catch (DataAccessException lost) {
      // the other came first
    }
  }

  private static void atOnce(List<Runnable> works) throws Exception {
    var start = new CyclicBarrier(works.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          works.stream()
              .<Future<?>>map(work ->
                  threads.submit(() -> {
                    start.await();
                    work.run();
                    return null;
                  }))
              .toList();
      for (var each : all) {
        each.get();
      }
    }
  }

  private long count(String table, CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = :case")
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }
}
