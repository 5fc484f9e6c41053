package candour.bench;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Purpose;
import candour.platform.Fact;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.support.MovableClock;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * What the log costs the transaction in which somebody is put on record and a request opened,
 * against the same transaction with one plain row of audit, in turn:
 *
 * <pre>mvn -Pbench test -Dtest=LogOverheadBenchmark</pre>
 *
 * A missed goal is printed, and fails nothing.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candour.home=target/bench/${random.uuid}",
      "server.servlet.session.cookie.name=candour",
      "server.servlet.session.cookie.secure=false",
      "spring.main.banner-mode=off",
      "logging.level.root=warn",
    })
@Import({MovableClock.class, Samples.class})
class LogOverheadBenchmark {

  private static final Duration ROUND = Duration.ofSeconds(4);

  @Autowired ApplicationContext context;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Home home;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource sequencer;

  private final Report report = new Report();
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

  @Test
  void a_request_is_opened() throws Exception {
    for (var clients : new int[] {1, 8}) {
      rate(clients);
      List<Double> shares = new ArrayList<>();
      for (var round = 0; round < 4; round++) {
        plain = round % 2 == 0;
        var first = rate(clients);
        plain = !plain;
        var second = rate(clients);
        shares.add(plain ? second / first : first / second);
      }
      shares.sort(null);
      report.add(
          "%d clients: with the log a transaction takes %.2f to %.2f times as long, median %.2f (goal: at most 1.15)",
          clients, shares.getFirst(), shares.getLast(), (shares.get(1) + shares.get(2)) / 2);
    }
    System.out.println(report);
  }

  /** Requests opened in a second. */
  private double rate(int clients) throws Exception {
    var until = System.nanoTime() + ROUND.toNanos();
    List<Future<Integer>> done = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var client = 0; client < clients; client++) {
        done.add(threads.submit(() -> open(until)));
      }
    }
    var all = 0;
    for (var one : done) {
      all += one.get();
    }
    assertThat(all).isPositive();
    report.add(
        "%d clients, %s: %,d a second",
        clients, plain ? "plain row" : "log", all / ROUND.toSeconds());
    return all / (double) ROUND.toSeconds();
  }

  private int open(long until) {
    var opened = 0;
    while (System.nanoTime() < until) {
      samples.open(Purpose.APPLICATION);
      opened++;
    }
    return opened;
  }
}
