package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.records.Ground;
import candour.records.ReviewedRecord;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Endings at the same moment as endings, releases, recalls and departures: twenty at once. */
@PortalTest
class EndingRaceTests {

  private static final int EACH = 10;

  @Autowired Answering answering;
  @Autowired Responses responses;
  @Autowired Exemptions exemptions;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private Three by;
  private Officer senior;
  private Searched searched;
  private CaseReference reference;
  private ReviewedRecord record;
  private List<DeterminationId> standing;

  @BeforeEach
  void two_pages_withheld() {
    by = answering.officers();
    senior = samples.officer("Nia Prys", Role.SENIOR);
    searched = answering.searched(by, 1);
    reference = searched.reference();
    answering.confirm(reference, by.caseworker());
    record = answering.collect(searched, by, "Notes", "One", "Two");
    standing = new ArrayList<>();
    for (int page = 1; page <= 2; page++) {
      var ground = answering.determined(searched, by, record, page, new Telling.Told());
      answering.withhold(searched, by, record.id(), page, ground);
      standing.add(id(ground));
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TransactionDefinition.ISOLATION_READ_COMMITTED,
        TransactionDefinition.ISOLATION_REPEATABLE_READ,
        TransactionDefinition.ISOLATION_SERIALIZABLE
      })
  void each_ends_once_and_the_case_opens_once(int isolation) throws Exception {
    answering.released(reference, by);
    var kept = new AtomicInteger();
    var works = new ArrayList<Runnable>();
    for (int i = 0; i < EACH; i++) {
      standing.forEach(id -> works.add(() -> attempt(isolation, senior, () -> withdraw(id), kept)));
    }
    atOnce(works);
    // At the stricter levels the database may turn one away only because another came first.
    for (var id : standing) {
      attempt(TransactionDefinition.ISOLATION_READ_COMMITTED, senior, () -> withdraw(id), kept);
    }
    assertThat(kept).hasValue(2);
    assertThat(count("casework.reopening", reference)).isOne();
    assertThat(count("exemptions.standing", reference)).isZero();
    assertThat(isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TransactionDefinition.ISOLATION_READ_COMMITTED,
        TransactionDefinition.ISOLATION_REPEATABLE_READ,
        TransactionDefinition.ISOLATION_SERIALIZABLE
      })
  void an_answer_never_rests_on_what_has_ended(int isolation) throws Exception {
    var pack = answering.approved(reference, by);
    var kept = new AtomicInteger();
    var ended = new AtomicInteger();
    var works = new ArrayList<Runnable>();
    for (int i = 0; i < EACH; i++) {
      works.add(() ->
          attempt(
              isolation,
              by.releaser(),
              () -> responses.release(reference, pack, by.releaser()),
              kept));
      works.add(() -> attempt(isolation, senior, () -> withdraw(standing.getFirst()), ended));
    }
    atOnce(works);
    assertThat(kept.get()).isLessThanOrEqualTo(1);
    if (kept.get() == 1) {
      answering.leave(pack);
    }
    assertThat(ended).hasValueLessThanOrEqualTo(1);
    assertThat(isAnswered() && !isOpen() && ended.get() == 1).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TransactionDefinition.ISOLATION_READ_COMMITTED,
        TransactionDefinition.ISOLATION_REPEATABLE_READ,
        TransactionDefinition.ISOLATION_SERIALIZABLE
      })
  void an_ending_a_recall_and_a_departure_leave_one_truth(int isolation) throws Exception {
    var pack = answering.approved(reference, by);
    by.releaser().acting().run(() -> responses.release(reference, pack, by.releaser()));
    var ended = new AtomicInteger();
    var recalled = new AtomicInteger();
    var left = new AtomicInteger();
    var works = new ArrayList<Runnable>();
    for (int i = 0; i < 7; i++) {
      works.add(() -> attempt(isolation, senior, () -> withdraw(standing.getFirst()), ended));
      works.add(() ->
          attempt(
              isolation,
              senior,
              () -> responses.recall(reference, pack, senior, "An ending is on its way."),
              recalled));
      works.add(() -> attempt(isolation, null, () -> answering.leaves(pack), left));
    }
    atOnce(works);
    assertThat(ended).hasValueLessThanOrEqualTo(1);
    assertThat(recalled).hasValueLessThanOrEqualTo(1);
    var departed = count("response.departure", reference) == 1;
    assertThat(departed && recalled.get() == 1).isFalse();
    assertThat(departed).isEqualTo(isAnswered());
    assertThat(departed && ended.get() == 1 && !isOpen()).isFalse();
    assertThat(count("casework.reopening", reference))
        .isEqualTo(departed && ended.get() == 1 ? 1 : 0);
  }

  private void withdraw(DeterminationId id) {
    exemptions.withdraw(reference, id, senior, "No longer needed.");
  }

  private static DeterminationId id(Ground ground) {
    return new DeterminationId(Objects.requireNonNull(ground.proposalId()));
  }

  private void attempt(
      int isolation,
      @org.jspecify.annotations.Nullable Officer officer,
      Runnable work,
      AtomicInteger kept) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(isolation);
    try {
      (officer == null ? Acting.system() : officer.acting())
          .run(() -> transaction.executeWithoutResult(_ -> work.run()));
      kept.incrementAndGet();
    } catch (DataAccessException lost) {
      // another came first
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

  private boolean isAnswered() {
    return state("stage = 'ANSWERED'");
  }

  private boolean isOpen() {
    return state("stage <> 'ANSWERED' or reopened_on is not null");
  }

  private boolean state(String condition) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select " + condition + " from casework.request where case_id = :case")
                .param("case", reference.value())
                .query(Boolean.class)
                .single());
  }

  private long count(String table, CaseReference of) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = :case")
                .param("case", of.value())
                .query(Long.class)
                .single());
  }
}
