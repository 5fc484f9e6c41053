package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Tile;
import candour.audit.merkle.Tree;
import candour.bench.Report;
import candour.platform.Acting;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast waiting entries are placed, read again and signed in the database, and what the page of
 * a proof costs when the log has ten thousand entries and when it has ten million:
 *
 * <pre>mvn -Pbench test -Dtest=StoredLogBenchmark</pre>
 *
 * Of what comes after the first million ({@code -Dcandour.bench.entries}), only the tiles are
 * stored: a proof reads nothing else. A missed goal is printed, and fails nothing.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candour.home=target/bench/${random.uuid}",
      "candour.log.interval=1d",
      "server.tomcat.max-keep-alive-requests=-1",
      "spring.main.banner-mode=off",
      "logging.level.root=warn",
    })
@Import({MovableClock.class, Samples.class})
class StoredLogBenchmark {

  private static final int FEW = 10_000;
  private static final int PROOFS = 2_000;

  /** As many leaves as a tile of the second level stands for. */
  private static final long CHUNK = Tile.FULL * Tile.FULL;

  @Autowired Samples samples;
  @Autowired Sequencer sequencer;
  @Autowired Places places;
  @Autowired LogKey key;
  @Autowired PublishedLog log;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  @Value("${candour.bench.entries:1000000}")
  int entries;

  @Value("${candour.bench.leaves:10000000}")
  long leaves;

  private final Report report = new Report();
  private final Random random = new Random(7);

  @Test
  void a_log_that_grows() {
    wait(0, FEW);
    sequencer.run();
    for (var round = 0; round < 5; round++) {
      proofs(); // so that the compiler has seen what makes a page
    }
    var few = proofs();
    wait(FEW, entries);
    var started = System.nanoTime();
    sequencer.run();
    var rate = (entries - FEW) / ((System.nanoTime() - started) / 1e9);
    assertThat(size()).isGreaterThanOrEqualTo(entries);
    report.add(
        "entries placed, read a second time and signed, in the database: %,.0f a second (goal: more than 5,000): %s",
        rate, rate > 5_000 ? "ok" : "MISSED");
    grow();
    assertThat(size()).isEqualTo(leaves);
    proofs();
    var many = proofs();
    report.add("the page of a proof among %,d entries: %s", FEW, few);
    report.add("the page of a proof among %,d entries: %s", leaves, many);
    var times = many.median() / few.median();
    report.add(
        "%.2f times (goal: at most 1.20): %s; a page that does nothing %.2f times",
        times, times <= 1.2 ? "ok" : "MISSED", many.nothing() / few.nothing());
    System.out.println(report);
  }

  private long size() {
    return log.required().checkpoint().size();
  }

  /** Entries as facts leave them; it is their places that are measured. */
  private void wait(int first, int last) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into audit.entry (entry_id, class, day, leaf, opening, rows)
                    select cast(lpad(to_hex(i), 32, '0') as uuid), 'test.happened', date '2026-11-22',
                      convert_to(E'dsar-leaf/v1\\nclass test.happened\\nday 2026-11-22\\npolicy 2026-11\\ncommit '
                        || encode(sha256(int8send(i)), 'base64') || E'\\n', 'UTF8'),
                      decode(repeat(md5(cast(i as text)), 44), 'hex'), ''
                    from generate_series(cast(:first as bigint), :last) i
                    """)
                .param("first", first + 1)
                .param("last", last)
                .update());
  }

  /** Tiles of a log that goes on as it began. */
  private void grow() {
    var tree = places.head().tree();
    while (tree.size() < leaves) {
      var next = Math.min(leaves, (tree.size() / CHUNK + 1) * CHUNK);
      var growth =
          tree.append(
              LongStream.range(tree.size(), next)
                  .mapToObj(i -> Long.toString(i).getBytes(StandardCharsets.UTF_8))
                  .toList());
      places.alone(() -> {
        places.store(growth.tiles());
        return true;
      });
      tree = new Tree(next, tree.tiles());
    }
    sign(tree);
  }

  private void sign(Tree tree) {
    JdbcClient.create(pool)
        .sql("insert into audit.checkpoint (size, root) values (:size, :root)")
        .param("size", tree.size())
        .param("root", tree.root().bytes())
        .update();
    var checkpoint = new Checkpoint(key.verifier().name(), tree.size(), tree.root());
    places.sign(tree.size(), key.sign(checkpoint, Instant.now()));
  }

  /**
   * What pages took, in milliseconds.
   *
   * @param nothing the median of a page that reads nothing
   */
  private record Took(double median, double p99, double nothing) {

    @Override
    public String toString() {
      return "%.2f ms (p99 %.2f)".formatted(median, p99);
    }
  }

  private Took proofs() {
    var browser = new Browser(port);
    var size = size();
    var proofs = new double[PROOFS];
    var nothing = new double[PROOFS];
    for (var i = 0; i < PROOFS; i++) {
      proofs[i] = millis(browser, "/log/proof/" + random.nextLong(size));
      nothing[i] = millis(browser, "/log/vkey");
    }
    var sorted = DoubleStream.of(proofs).sorted().toArray();
    return new Took(
        sorted[PROOFS / 2],
        sorted[PROOFS * 99 / 100],
        DoubleStream.of(nothing).sorted().toArray()[PROOFS / 2]);
  }

  private static double millis(Browser browser, String path) {
    var started = System.nanoTime();
    var page = browser.get(path);
    var took = (System.nanoTime() - started) / 1e6;
    assertThat(page.status()).isEqualTo(200);
    return took;
  }
}
