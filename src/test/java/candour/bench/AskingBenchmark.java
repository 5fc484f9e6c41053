package candour.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.RequestHolder;
import candour.requester.Asking;
import candour.support.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How fast a page of asking is beside a page of one row in the same run, and whether three hundred
 * visitors a second, each on a connection of their own, all get the start page, while one in thirty
 * fills in a form:
 *
 * <pre>mvn -Pbench test -Dtest=AskingBenchmark</pre>
 *
 * It takes about two minutes, prints its report and leaves it in {@code target/bench/asking.txt}.
 */
@PortalBenchmark
class AskingBenchmark {

  private static final int CLIENTS = 8;
  private static final int VISITORS_A_SECOND = 300;
  private static final int FORMS_AMONG = 30;
  private static final Duration RUSH = Duration.ofSeconds(60);
  private static final String QUESTION = "/request/your-name";

  @Autowired Population population;
  @LocalServerPort int port;

  private final Report report = new Report();

  @Test
  void question_pages_and_a_rush_of_visitors()
      throws IOException, SQLException, InterruptedException, ExecutionException {
    population.prepare();
    population.grow(1_000);
    var holders = population.holders();
    var oneRow =
        new Arm(
            "limit: one row of a requester",
            holders.stream().limit(CLIENTS).map(this::signedIn).toList(),
            List.of("/my-request/bench/rows?count=1"));
    var question =
        new Arm(
            "question page with a draft",
            IntStream.range(0, CLIENTS).mapToObj(_ -> begun()).toList(),
            List.of(QUESTION));
    var load = new Load(port);
    var arms = List.of(oneRow, question);
    load.warmUp(arms, CLIENTS);
    var goals = List.of(new Goal(question, oneRow, 0.5));
    var rounds = load.rounds(arms, CLIENTS);
    report.rates(1_000, CLIENTS, rounds, goals);
    double slowest = Round.median(requireNonNull(rounds.get(question)), Round::p99);
    double limit = Round.median(requireNonNull(rounds.get(oneRow)), Round::p99);
    report.add(
        "p99 %.2f times that of its limit page; goal: at most 2 times: %s",
        slowest / limit, slowest <= 2 * limit ? "ok" : "MISSED");
    rush();
    System.out.println(report);
    Files.writeString(Path.of("target/bench/asking.txt"), report.toString());
  }

  private String signedIn(RequestHolder holder) {
    var browser = new Browser(port);
    browser.get(
        "/bench/requester?caseId="
            + holder.caseId()
            + "&subjectId="
            + holder.subjectId()
            + "&requesterId="
            + holder.requesterId());
    return cookies(browser);
  }

  /** The cookies of somebody who has answered the questions before this one. */
  private String begun() {
    var browser = new Browser(port);
    assertThat(asking(browser).answerUntil("your-name").path()).isEqualTo(QUESTION);
    return cookies(browser);
  }

  private static Asking asking(Browser browser) {
    return new Asking(browser, UUID.randomUUID() + "@example.org");
  }

  private static String cookies(Browser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Visitors come at their own pace, however long the portal takes over those before them. */
  private void rush() throws InterruptedException, ExecutionException {
    int visitors = (int) (VISITORS_A_SECOND * RUSH.toSeconds());
    long start = System.nanoTime();
    var came = new ArrayList<Future<Long>>(visitors);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int visitor = 0; visitor < visitors; visitor++) {
        long due = start + visitor * (1_000_000_000L / VISITORS_A_SECOND);
        LockSupport.parkNanos(due - System.nanoTime());
        came.add(crowd.submit(visitor % FORMS_AMONG == 0 ? form(due) : look(due)));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    var nanos = new long[visitors];
    for (int visitor = 0; visitor < visitors; visitor++) {
      nanos[visitor] = came.get(visitor).get();
    }
    var round = Round.of(nanos, seconds, 0);
    Arrays.sort(nanos);
    report.add("");
    report.add(
        "%,d visitors in %.0f s, one in %d with a form: no error, no form lost;"
            + " p50 %.1f ms, p99 %.1f ms, longest %.1f ms from when they were due",
        visitors, seconds, FORMS_AMONG, round.p50(), round.p99(), nanos[visitors - 1] / 1e6);
  }

  private Callable<Long> look(long due) {
    return () -> {
      try (var connection = new Connection(port, "")) {
        connection.get("/");
      }
      return System.nanoTime() - due;
    };
  }

  private Callable<Long> form(long due) {
    return () -> {
      var browser = new Browser(port);
      asking(browser).answerUntil("your-name");
      var name = "Visitor " + due;
      browser.submit("main form", Map.of("fullName", name));
      assertThat(browser.get(QUESTION).html().select("#fullName").val()).isEqualTo(name);
      return System.nanoTime() - due;
    };
  }
}
