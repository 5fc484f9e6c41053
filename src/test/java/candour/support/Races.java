package candour.support;

import candour.platform.Acting;
import candour.platform.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at the same moment: each in a thread of its own, started when all are there. */
@Component
public class Races {

  /** What {@link #refusal} says of work that nothing came in the way of. */
  public static final String KEPT = "";

  /** The levels of isolation that PostgreSQL has. */
  public enum Isolation {
    READ_COMMITTED(TransactionDefinition.ISOLATION_READ_COMMITTED),
    REPEATABLE_READ(TransactionDefinition.ISOLATION_REPEATABLE_READ),
    SERIALIZABLE(TransactionDefinition.ISOLATION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
      this.level = level;
    }
  }

  private final PlatformTransactionManager transactions;
  private final JdbcClient jdbc;

  Races(PlatformTransactionManager transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** What came of each, in their order; what one throws is thrown once all are through. */
  public static <T> List<T> atOnce(Collection<? extends Callable<? extends T>> works)
      throws Exception {
    var start = new CyclicBarrier(works.size());
    List<Future<T>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var work : works) {
        running.add(
            threads.submit(() -> {
              start.await();
              return work.call();
            }));
      }
    }
    return outcomes(running);
  }

  private static <T> List<T> outcomes(List<Future<T>> of) throws Exception {
    List<T> outcomes = new ArrayList<>();
    for (var each : of) {
      outcomes.add(each.get());
    }
    return outcomes;
  }

  /** The same work so many times at once. */
  public static <T> List<T> atOnce(int times, Callable<? extends T> work) throws Exception {
    return atOnce(Collections.nCopies(times, work));
  }

  /**
   * What comes of other works that begin, one after the other, while a transaction of this actor
   * has done its own and has not ended: it ends once each of them waits for it, or is through.
   */
  public <T> List<T> meanwhile(
      Acting actor, Runnable work, List<? extends Callable<? extends T>> others) throws Exception {
    List<Future<T>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      actor.run(() ->
          new TransactionTemplate(transactions)
              .executeWithoutResult(_ -> {
                work.run();
                for (var other : others) {
                  running.add(threads.submit(other::call));
                  Patience.until(
                      () -> running.stream().filter(it -> !it.isDone()).count() <= behind());
                }
              }));
    }
    return outcomes(running);
  }

  /** How many wait for this transaction, or for one that does. */
  private long behind() {
    return jdbc.sql(
            """
            with recursive behind (pid) as (select pg_backend_pid()
              union select l.pid from pg_locks l join behind b on b.pid = any (pg_blocking_pids(l.pid)) where not l.granted)
            select count(*) - 1 from behind
            """)
        .query(Long.class)
        .single();
  }

  /** The rule that refuses the work, or {@link #KEPT}. */
  public static Callable<String> refusal(Runnable work) {
    return () -> refused(work);
  }

  /** The rule that refuses the work, or {@link #KEPT}. */
  public static String refused(Runnable work) {
    try {
      work.run();
      return KEPT;
    } catch (Refusal refusal) {
      return refusal.rule();
    }
  }

  /** How often each of these attempts is kept when each is made so many times, all at once. */
  public static List<Integer> kept(int times, List<Callable<Boolean>> attempts) throws Exception {
    List<Callable<Boolean>> all =
        Collections.nCopies(times, attempts).stream().flatMap(List::stream).toList();
    var kept = new Integer[attempts.size()];
    Arrays.fill(kept, 0);
    var outcomes = atOnce(all).iterator();
    for (int i = 0; outcomes.hasNext(); i = (i + 1) % kept.length) {
      kept[i] += outcomes.next() ? 1 : 0;
    }
    return List.of(kept);
  }

  /**
   * The work as one transaction of this actor, which says whether it was kept; if not, the database
   * turned it away.
   */
  public Callable<Boolean> attempt(Isolation isolation, Acting actor, Runnable work) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(isolation.level);
    return () -> {
      try {
        actor.run(() -> transaction.executeWithoutResult(_ -> work.run()));
        return true;
      } catch (DataAccessException | UnexpectedRollbackException lost) {
        return false;
      }
    };
  }
}
