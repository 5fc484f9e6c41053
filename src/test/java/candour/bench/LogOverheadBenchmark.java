package candour.bench;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Allocation;
import candour.casework.CaseReference;
import candour.casework.Purpose;
import candour.platform.Fact;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.support.MovableClock;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the log costs two transactions, against the same with one plain row of audit, in turn: one
 * in which somebody is put on record and a request opened, and the shortest of an officer's, in
 * which a case is handed to a colleague. Where the row is plain no digest of the other rows is kept
 * either; a third arm, a plain row with the digests, tells what of the cost is theirs. The key of a
 * case is made in every arm, since it is not the log's: the files and the answer of a case are
 * sealed under it, log or no log, and it is made with the case:
 *
 * <pre>mvn -Pbench test -Dtest=LogOverheadBenchmark</pre>
 *
 * A missed goal is printed, and fails nothing.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candour.home=target/bench/${random.uuid}",
      "candour.log.interval=1d",
      "server.servlet.session.cookie.name=candour",
      "server.servlet.session.cookie.secure=false",
      "spring.main.banner-mode=off",
      "logging.level.root=warn",
    })
@Import({MovableClock.class, Samples.class})
class LogOverheadBenchmark {

  /** Short and many, so that what else the machine does falls on both arms. */
  private static final Duration ROUND = Duration.ofMillis(500);

  private static final int ROUNDS = 60;

  private static final int CLIENTS = 8;

  /** Of each client. */
  private static final int CASES = 40;

  /** What is left of the log. */
  private enum Arm {
    PLAIN_ROW,
    PLAIN_ROW_AND_DIGESTS,
    LOG
  }

  @Autowired ApplicationContext context;
  @Autowired Samples samples;
  @Autowired Allocation allocation;
  @Autowired JdbcClient jdbc;
  @Autowired Home home;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource sequencer;

  private final Report report = new Report();
  private List<Officer> officers = List.of();
  private volatile Arm arm = Arm.LOG;
  private @Nullable JdbcClient owner;

  @BeforeEach
  void let_the_log_be_left_out() {
    owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                sequencer.getJdbcUrl(), "candour_owner", home.secret("postgres-owner")));
    owner
        .sql(
            """
            create schema bench;
            create table bench.audit (id uuid primary key, class text not null, case_id uuid, payload text not null,
              recorded_at timestamptz not null default clock_timestamp());
            create index on bench.audit (case_id, recorded_at);
            grant usage on schema bench to candour_app;
            grant insert on bench.audit to candour_app
            """)
        .update();
    var listener = (Advised) context.getBean("candour.audit.EntryWriter");
    MethodInterceptor interceptor = this::write;
    listener.addAdvice(0, interceptor);
  }

  private @Nullable Object write(MethodInvocation call) throws Throwable {
    if (arm == Arm.LOG || !(call.getArguments()[0] instanceof Fact fact)) {
      return call.proceed();
    }
    return jdbc.sql(
            "insert into bench.audit (id, class, case_id, payload) values (:id, :class, :case, :payload)")
        .param("id", Identifiers.next())
        .param("class", fact.factClass())
        .param("case", fact.caseId())
        .param("payload", fact.toString())
        .update();
  }

  private void change(Arm to) {
    if ((arm == Arm.PLAIN_ROW) != (to == Arm.PLAIN_ROW)) {
      Objects.requireNonNull(owner)
          .sql(
              """
              do $$ declare digest record; begin
                for digest in select tgrelid::regclass as relation, tgname from pg_trigger
                    where tgname in ('log_row', 'log_changed_row', 'log_removed_row') order by 1 loop
                  execute format('alter table %%s %s trigger %%I', digest.relation, digest.tgname);
                end loop;
              end $$
              """
                  .formatted(to == Arm.PLAIN_ROW ? "disable" : "enable"))
          .update();
    }
    arm = to;
  }

  @BeforeEach
  void there_are_officers() {
    officers =
        List.of(
            samples.officer("One", Officer.Role.CASEWORKER),
            samples.officer("Other", Officer.Role.CASEWORKER));
  }

  @Test
  void steps_with_the_log_and_without() throws Exception {
    var handingOver = Stream.generate(this::handingOver).limit(CLIENTS).toList();
    for (var round = 0; round < 30; round++) {
      rate(CLIENTS, opening()); // so that the compiler has seen what makes an entry
      rate(CLIENTS, handingOver);
    }
    for (var clients : new int[] {1, CLIENTS}) {
      compare("a request is opened", clients, opening());
      compare("a case is handed over", clients, handingOver);
    }
    System.out.println(report);
  }

  private void compare(String step, int clients, List<Runnable> steps) throws Exception {
    var shares = Stream.of(Arm.values()).map(_ -> (List<Double>) new ArrayList<Double>()).toList();
    var rates = new double[Arm.values().length];
    for (var round = 0; round < ROUNDS; round++) {
      var order = round % 2 == 0 ? List.of(Arm.values()) : List.of(Arm.values()).reversed();
      for (var next : order) {
        change(next);
        rates[next.ordinal()] = rate(clients, steps);
      }
      for (var each : Arm.values()) {
        shares.get(each.ordinal()).add(rates[Arm.PLAIN_ROW.ordinal()] / rates[each.ordinal()]);
      }
    }
    change(Arm.LOG);
    var log = shares.get(Arm.LOG.ordinal());
    log.sort(null);
    report.add(
        "%s, %d clients: %,.0f a second with a plain row, %,.0f with the log; a transaction takes"
            + " %.2f to %.2f times as long in half of the rounds, median %.2f (goal: at most 1.15): %s;"
            + " with the digests alone %.2f",
        step,
        clients,
        rates[Arm.PLAIN_ROW.ordinal()],
        rates[Arm.LOG.ordinal()],
        log.get(ROUNDS / 4),
        log.get(ROUNDS - 1 - ROUNDS / 4),
        median(log),
        median(log) <= 1.15 ? "ok" : "MISSED",
        median(shares.get(Arm.PLAIN_ROW_AND_DIGESTS.ordinal())));
  }

  private static double median(List<Double> shares) {
    var sorted = shares.stream().sorted().toList();
    return (sorted.get(ROUNDS / 2 - 1) + sorted.get(ROUNDS / 2)) / 2;
  }

  private List<Runnable> opening() {
    return Collections.nCopies(CLIENTS, () -> samples.open(Purpose.APPLICATION));
  }

  /**
   * Each client has cases of its own, which go back and forth in turn: one alone would be weighed
   * down by its own dead versions, with the log or without.
   */
  private Runnable handingOver() {
    var own = Stream.generate(this::takenOn).limit(CASES).toList();
    var steps = new AtomicInteger();
    return () -> {
      var step = steps.getAndIncrement();
      var from = officers.get(step / CASES % 2);
      var to = officers.get((step / CASES + 1) % 2);
      var reference = own.get(step % CASES);
      from.acting().run(() -> allocation.allocate(reference, from.id(), to.id(), from));
    };
  }

  private CaseReference takenOn() {
    var reference = samples.generalCase();
    officers.getFirst().acting().run(() -> allocation.takeOn(reference, officers.getFirst()));
    return reference;
  }

  /** Steps in a second. */
  private double rate(int clients, List<Runnable> steps) throws Exception {
    var until = System.nanoTime() + ROUND.toNanos();
    List<Future<Integer>> done = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var step : steps.subList(0, clients)) {
        done.add(threads.submit(() -> repeat(step, until)));
      }
    }
    var all = 0;
    for (var one : done) {
      all += one.get();
    }
    assertThat(all).isPositive();
    return all / (ROUND.toMillis() / 1e3);
  }

  private static int repeat(Runnable step, long until) {
    var times = 0;
    do {
      step.run();
      times++;
    } while (System.nanoTime() < until);
    return times;
  }
}
