package candour.bench;

import candour.platform.Acting;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How the database answers the statements of a page, with row-level security on. */
@Component
@Profile("bench")
class Plans {

  private static final int MANY = 200;
  private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)");
  private static final Pattern SORT = Pattern.compile("Sort \\(actual rows=(\\d+)");

  private final Samples samples;
  private final Statements statements;
  private final JdbcTemplate jdbc;

  Plans(Samples samples, Statements statements, JdbcTemplate jdbc) {
    this.samples = samples;
    this.statements = statements;
    this.jdbc = jdbc;
  }

  /**
   * The plan of each statement that opening the page runs, and whether any grows with the tables.
   */
  List<String> of(String page, Acting actor, Runnable open) {
    var lines = new ArrayList<String>();
    lines.add("Plans of the " + page + ", as the portal's role under row-level security");
    samples.as(
        actor,
        () -> {
          var large = large();
          for (var sql : statements.during(open)) {
            var plan = plan(sql);
            lines.add("  " + sql.replaceAll("\\s+", " ").strip());
            plan.forEach(line -> lines.add("    | " + line));
            lines.add("    " + verdict(plan, large));
          }
          return lines;
        });
    return lines;
  }

  private List<String> plan(String sql) {
    return jdbc.query(
        "explain (analyze, costs off, timing off, summary off, buffers off) " + sql,
        (row, _) -> row.getString(1));
  }

  private Set<String> large() {
    return Set.copyOf(
        jdbc.query(
            "select relname from pg_class where relkind = 'r' and reltuples > " + MANY,
            (row, _) -> row.getString(1)));
  }

  private static String verdict(List<String> plan, Set<String> large) {
    var text = String.join("\n", plan);
    boolean readsWhole =
        WHOLE.matcher(text).results().anyMatch(scan -> large.contains(scan.group(1)));
    boolean sortsMany =
        SORT.matcher(text).results().anyMatch(sort -> Integer.parseInt(sort.group(1)) > MANY);
    return readsWhole || sortsMany
        ? "MISSED: reads a large table whole, or sorts many rows"
        : "ok: reads no large table whole, sorts no more than a few rows";
  }
}
