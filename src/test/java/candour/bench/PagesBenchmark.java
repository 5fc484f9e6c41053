package candour.bench;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.RequestHolder;
import candour.support.Browser;
import candour.support.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How fast the worklist, the page of a case and the status page are, each against a page of the
 * same run that does the least such a page can do:
 *
 * <pre>mvn -Pbench test</pre>
 *
 * with {@code -Dcandour.bench.cases=100000} by default, and a tenth of them first, for the growth.
 * It takes about five minutes, prints its report and leaves it in {@code target/bench/report.txt}.
 * Rates move with the machine; the shares are what counts, and differences under a quarter are
 * noise. A missed goal is printed, and fails nothing.
 */
@PortalBenchmark
class PagesBenchmark {

  private static final int CLIENTS = 8;
  private static final int OPENED_IN_TURN = 997;

  @Autowired Population population;
  @Autowired Plans plans;
  @Autowired People people;
  @LocalServerPort int port;

  @Value("${candour.bench.cases:100000}")
  int cases;

  private final Report report = new Report();

  @Test
  void pages_against_their_limits()
      throws IOException, SQLException, InterruptedException, ExecutionException {
    int few = cases / 10;
    var officers = population.prepare();
    population.grow(few);
    var arms = new Arms(officers, population.holders(), population.cases(OPENED_IN_TURN));
    arms.check();
    var load = new Load(port);
    load.warmUp(arms.all(), CLIENTS);
    var before = load.rounds(arms.all(), CLIENTS);
    population.grow(cases);
    var alone = load.rounds(arms.all(), 1);
    var after = load.rounds(arms.all(), CLIENTS);
    report.rates(few, CLIENTS, before, arms.goals());
    report.rates(cases, 1, alone, arms.goals());
    report.rates(cases, CLIENTS, after, arms.goals());
    report.growth(few, cases, before, after, arms.goals());
    arms.explain();
    System.out.println(report);
    Files.writeString(Path.of("target/bench/report.txt"), report.toString());
  }

  /** The pages, in browsers that are signed in: a session of its own for each client. */
  private final class Arms {

    private final Officer officer;
    private final RequestHolder holder;
    private final Browser office;
    private final Browser home;
    private final Arm constant;
    private final Arm oneRow;
    private final Arm manyRows;
    private final Arm worklist;
    private final Arm casePage;
    private final Arm ownRows;
    private final Arm status;

    Arms(List<Officer> officers, List<RequestHolder> holders, List<UUID> opened) {
      officer = officers.getFirst();
      holder = holders.getFirst();
      var offices = officers.stream().limit(CLIENTS).map(people::signedIn).toList();
      var homes = holders.stream().limit(CLIENTS).map(this::signedIn).toList();
      office = offices.getFirst();
      home = homes.getFirst();
      var staff = offices.stream().map(it -> cookies(it, "/staff/worklist")).toList();
      var own = homes.stream().map(it -> cookies(it, "/my-request")).toList();
      var nobody = Stream.generate(() -> "").limit(CLIENTS).toList();
      constant = new Arm("constant page, signed out", nobody, List.of("/bench/constant"));
      oneRow = new Arm("limit: one row", staff, paths("/staff/bench/row/", opened));
      casePage = new Arm("case page", staff, paths("/staff/cases/", opened));
      manyRows = new Arm("limit: 50 rows", staff, List.of("/staff/bench/rows?count=50"));
      worklist = new Arm("worklist", staff, List.of("/staff/worklist"));
      var ownPath = "/my-request/bench/rows?count=" + Population.DISCLOSURES;
      ownRows = new Arm("limit: 20 rows of a requester", own, List.of(ownPath));
      status = new Arm("status page, 20 disclosures", own, List.of("/my-request"));
    }

    List<Arm> all() {
      return List.of(constant, oneRow, casePage, manyRows, worklist, ownRows, status);
    }

    List<Goal> goals() {
      return List.of(
          new Goal(worklist, manyRows, 0.6),
          new Goal(casePage, oneRow, 0.35),
          new Goal(status, ownRows, 0.5));
    }

    /** A page that is quick because it is empty would be no page. */
    void check() {
      for (var arm : all()) {
        var browser = arm.equals(status) || arm.equals(ownRows) ? home : office;
        var page = browser.get(arm.paths().getFirst());
        assertThat(page.status()).as(arm.name()).isEqualTo(200);
        report.add("%-28s %,7d bytes", arm.name(), page.response().body().length);
      }
      assertThat(office.get("/staff/worklist").html().select("tbody tr")).hasSize(50);
      assertThat(office.get("/staff/bench/rows?count=50").html().select("tr")).hasSize(50);
      assertThat(office.get(casePage.paths().getFirst()).text()).contains("SAR-");
      assertThat(home.get("/my-request").text()).contains("NHS Digital");
    }

    void explain() {
      plan("worklist", officer.acting(), office, worklist);
      plan("case page", officer.acting(), office, casePage);
      plan("status page", holder.acting(), home, status);
    }

    private void plan(String name, Acting actor, Browser browser, Arm arm) {
      report.addAll(plans.of(name, actor, () -> browser.get(arm.paths().getFirst())));
    }

    private Browser signedIn(RequestHolder holder) {
      var browser = new Browser(port);
      browser.get(
          "/bench/requester?caseId="
              + holder.caseId()
              + "&subjectId="
              + holder.subjectId()
              + "&requesterId="
              + holder.requesterId());
      return browser;
    }

    /** All that the browser would send once it has seen the page, the form token included. */
    private static String cookies(Browser browser, String page) {
      assertThat(browser.get(page).path()).isEqualTo(page);
      return browser.cookies().getCookieStore().getCookies().stream()
          .map(cookie -> cookie.getName() + "=" + cookie.getValue())
          .collect(Collectors.joining("; "));
    }

    private static List<String> paths(String start, List<UUID> ends) {
      return ends.stream().map(end -> start + end).toList();
    }
  }
}
