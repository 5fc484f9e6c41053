package candour.support;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the database means to answer a statement, and how much it reads for it. */
@Component
public class Explained {

  private static final Pattern HIT = Pattern.compile("shared hit=(\\d+)");

  private final Samples samples;
  private final JdbcClient jdbc;

  Explained(Samples samples, JdbcClient jdbc) {
    this.samples = samples;
    this.jdbc = jdbc;
  }

  /**
   * The plan for this actor. Small tables are read whole and sorted where that can be done
   * otherwise, unless it is dear: so it is made dear.
   */
  public String plan(Acting acting, String sql, Map<String, ?> values) {
    return plan(acting, List.of("sort", "seqscan", "bitmapscan"), sql, values);
  }

  /**
   * The plan for this actor.
   *
   * @param dear what is made dear, as the planner's settings name it
   */
  public String plan(Acting acting, List<String> dear, String sql, Map<String, ?> values) {
    return samples.as(
        acting,
        () -> {
          dear.forEach(way -> jdbc.sql("set local enable_" + way + " = off").update());
          return plan(sql, values);
        });
  }

  /** The plan in the transaction that runs, with what is dear there. */
  public String plan(String sql, Map<String, ?> values) {
    return explain(jdbc, "explain " + sql, values);
  }

  /** How many pages of tables and indexes it reads, also within functions. */
  public int blocks(String sql) {
    return blocks(jdbc, sql);
  }

  /** The same for whoever has that connection. */
  public static int blocks(JdbcClient database, String sql) {
    var plan = explain(database, "explain (analyze, buffers, timing off) " + sql, Map.of());
    var hit = HIT.matcher(plan);
    assertThat(hit.find()).as(plan).isTrue();
    return Integer.parseInt(hit.group(1));
  }

  private static String explain(JdbcClient database, String sql, Map<String, ?> values) {
    return String.join(
        "\n", database.sql(sql).params(values).query((row, _) -> row.getString(1)).list());
  }
}
