package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Guarded;
import candour.casework.Reclassification;
import candour.casework.Reclassifications;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Twenty at once, for and against the guard, at each level of isolation: nothing stands on it. */
@PortalTest
class GuardRaceTests {

  private static final int THREADS = 20;
  private static final Approval APPROVAL =
      SampleProposal.approval("I read the page and agree.", new Telling.Told());

  /** The levels of isolation that PostgreSQL has. */
  enum Level {
    READ_COMMITTED(TransactionDefinition.ISOLATION_READ_COMMITTED),
    REPEATABLE_READ(TransactionDefinition.ISOLATION_REPEATABLE_READ),
    SERIALIZABLE(TransactionDefinition.ISOLATION_SERIALIZABLE);

    private final int isolation;

    Level(int isolation) {
      this.isolation = isolation;
    }
  }

  @Autowired Exemptions exemptions;
  @Autowired Reclassifications reclassifications;
  @Autowired Guarded guarded;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired DirectSql sql;
  @Autowired PlatformTransactionManager transactions;

  /** Ten approve what is proposed, five propose, five of the requester's browsers say why. */
  @ParameterizedTest
  @EnumSource
  void nothing_stands_and_nothing_new_is_proposed_once_the_requester_has_spoken(Level level)
      throws Exception {
    var reference = samples.generalCase();
    var proposer = samples.officer("Proposer", Role.SENIOR);
    var approver = samples.officer("Approver", Role.SENIOR);
    var holder = samples.holderOf(reference);
    var works = new ArrayList<Work>();
    for (int i = 0; i < 10; i++) {
      var proposal = proposal(reference, proposer);
      proposer.acting().run(() -> exemptions.propose(proposal, proposer));
      works.add(
          new Work(
              approver.acting(),
              () -> exemptions.approve(reference, proposal.id(), approver, APPROVAL)));
    }
    for (int i = 0; i < 5; i++) {
      var proposal = proposal(reference, proposer);
      works.add(new Work(proposer.acting(), () -> exemptions.propose(proposal, proposer)));
      works.add(new Work(holder.acting(), () -> exemptions.protect(reference, "", null)));
    }
    race(level, works);
    holder.acting().run(() -> exemptions.protect(reference, "", null));
    assertThat(guarded.isGuarded(reference)).isTrue();
    assertThat(sql.count("standing", reference)).isZero();
    assertThat(exemptions(reference)).noneMatch(Determination.InForce.class::isInstance);
    var late = proposal(reference, proposer);
    assertThat(guarded.refusal(proposer.acting(), () -> exemptions.propose(late, proposer)))
        .isEqualTo("windrush-guard");
  }

  /** Ten object while the job ends the guard ten times: either the one or the other has been. */
  @ParameterizedTest
  @EnumSource
  void an_objection_and_an_end_never_both_happen(Level level) throws Exception {
    var reference = samples.guardedCase();
    guarded.goesOut(guarded.noticed(reference));
    var holder = samples.holderOf(reference);
    clock.set(clock.instant().plus(java.time.Duration.ofDays(15)));
    race(
        level,
        IntStream.range(0, THREADS)
            .mapToObj(i ->
                i % 2 == 0
                    ? new Work(holder.acting(), () -> reclassifications.object(reference, "", null))
                    : new Work(Acting.system(), () -> guarded.later(0)))
            .toList());
    assertThat(guarded.state(reference))
        .isEqualTo(
            guarded.isGuarded(reference)
                ? Reclassification.State.OBJECTED
                : Reclassification.State.EFFECTIVE);
  }

  private record Work(Acting acting, Runnable work) {}

  private void race(Level level, List<Work> works) throws Exception {
    assertThat(works).hasSize(THREADS);
    var start = new CyclicBarrier(THREADS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          works.stream()
              .map(it ->
                  threads.submit(() -> {
                    start.await();
                    attempt(level, it);
                    return null;
                  }))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  /** What loses is refused by a rule, or told by the database to come again. */
  private void attempt(Level level, Work work) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(level.isolation);
    try {
      work.acting().run(() -> transaction.executeWithoutResult(_ -> work.work().run()));
    } catch (DataAccessException | TransactionException lost) {
      assertThat(lost).isNotNull();
    }
  }

  private List<Determination> exemptions(CaseReference reference) {
    return Acting.system().call(() -> exemptions.of(reference));
  }

  private Proposal proposal(CaseReference reference, Officer officer) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = sql.item(reference);
    sample.proposedBy = officer.id();
    return sample.build();
  }
}
