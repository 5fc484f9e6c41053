package candour.bench;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Allocation;
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
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
 * which a case is handed to a colleague:
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
  private static final Duration ROUND = Duration.ofSeconds(1);

  private static final int PAIRS = 14;

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
  private volatile boolean plain;

  @BeforeEach
  void let_the_log_be_left_out() {
    var owner =
        new DriverManagerDataSource(
            sequencer.getJdbcUrl(), "candour_owner", home.secret("postgres-owner"));
    JdbcClient.create(owner)
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
    if (!plain || !(call.getArguments()[0] instanceof Fact fact)) {
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

  @BeforeEach
  void there_are_officers() {
    officers =
        List.of(
            samples.officer("One", Officer.Role.CASEWORKER),
            samples.officer("Other", Officer.Role.CASEWORKER));
  }

  @Test
  void steps_with_the_log_and_without() throws Exception {
    for (var round = 0; round < 12; round++) {
      rate(8, this::opening); // so that the compiler has seen what makes an entry
      rate(8, this::handingOver);
    }
    for (var clients : new int[] {1, 8}) {
      compare("a request is opened", clients, this::opening);
      compare("a case is handed over", clients, this::handingOver);
    }
    System.out.println(report);
  }

  private void compare(String step, int clients, Supplier<Runnable> client) throws Exception {
    List<Double> shares = new ArrayList<>();
    var rates = new double[2];
    for (var round = 0; round < 2 * PAIRS; round++) {
      plain = round % 4 == 0 || round % 4 == 3;
      rates[plain ? 0 : 1] = rate(clients, client);
      if (round % 2 == 1) {
        shares.add(rates[0] / rates[1]);
      }
    }
    shares.sort(null);
    var median = (shares.get(PAIRS / 2 - 1) + shares.get(PAIRS / 2)) / 2;
    report.add(
        "%s, %d clients: %,.0f a second with a plain row, %,.0f with the log; a transaction takes"
            + " %.2f to %.2f times as long in half of the pairs, median %.2f (goal: at most 1.15): %s",
        step,
        clients,
        rates[0],
        rates[1],
        shares.get(PAIRS / 4),
        shares.get(PAIRS - 1 - PAIRS / 4),
        median,
        median <= 1.15 ? "ok" : "MISSED");
  }

  private Runnable opening() {
    return () -> samples.open(Purpose.APPLICATION);
  }

  /** Each client has a case of its own, which goes back and forth. */
  private Runnable handingOver() {
    var reference = samples.generalCase();
    officers.getFirst().acting().run(() -> allocation.takeOn(reference, officers.getFirst()));
    var steps = new AtomicInteger();
    return () -> {
      var from = officers.get(steps.get() % 2);
      var to = officers.get(steps.incrementAndGet() % 2);
      from.acting().run(() -> allocation.allocate(reference, from.id(), to.id(), from));
    };
  }

  /** Steps in a second. */
  private double rate(int clients, Supplier<Runnable> client) throws Exception {
    List<Runnable> steps = Stream.generate(client).limit(clients).toList();
    var until = System.nanoTime() + ROUND.toNanos();
    List<Future<Integer>> done = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var step : steps) {
        done.add(threads.submit(() -> repeat(step, until)));
      }
    }
    var all = 0;
    for (var one : done) {
      all += one.get();
    }
    assertThat(all).isPositive();
    return all / (double) ROUND.toSeconds();
  }

  private static int repeat(Runnable step, long until) {
    var times = 0;
    while (System.nanoTime() < until) {
      step.run();
      times++;
    }
    return times;
  }
}
