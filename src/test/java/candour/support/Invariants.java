package candour.support;

import candour.casework.CaseReference;
import candour.casework.DueDates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must be true of the portal whatever happened to it, as {@code invariants.sql} says it. It
 * looks as a superuser, whom row-level security hides nothing from, and changes nothing.
 */
@Component
public class Invariants {

  private static final Pattern SECTION =
      Pattern.compile("(?m)^-- (I\\d+): (.+)\\n((?:(?!-- I).*\\n?)*)");

  /**
   * The root of the first leaves of the log (RFC 9162 §2.1.1), worked out from the leaves alone.
   */
  private static final String TREE =
      """
      drop table if exists pg_temp.node;
      create temp table node (level, place, hash) as select 0, leaf_index, sha256('\\x00'::bytea || leaf) from audit.leaf;
      do $$
      declare
        above integer := 1;
      begin
        loop
          insert into pg_temp.node
            select above, l.place / 2, sha256('\\x01'::bytea || l.hash || r.hash) from pg_temp.node l
              join pg_temp.node r on r.level = l.level and r.place = l.place + 1
            where l.level = above - 1 and l.place % 2 = 0;
          exit when not found;
          above := above + 1;
        end loop;
      end $$;
      create index on pg_temp.node (level, place);
      create or replace function pg_temp.root(size bigint) returns bytea language plpgsql as $$
      declare
        root bytea;
        subtree bytea;
      begin
        for height in 0 .. 62 loop
          if size >> height & 1 = 1 then
            select hash into subtree from pg_temp.node n where n.level = height and n.place = (size >> height) - 1;
            root := case when root is null then subtree else sha256('\\x01'::bytea || subtree || root) end;
          end if;
        end loop;
        return root;
      end $$;
      """;

  /** Reckoned in Java, where the clock is. */
  private static final String DUE_DATES = "I11";

  private final Superuser superuser;
  private final DueDates dueDates;
  private final Leaks leaks;

  Invariants(Superuser superuser, DueDates dueDates, Leaks leaks) {
    this.superuser = superuser;
    this.dueDates = dueDates;
    this.leaks = leaks;
  }

  /** A part of one of the two files: an invariant's name, what it says, and the SQL. */
  public record Part(String name, String title, String sql) {

    @Override
    public String toString() {
      return name + ": " + title;
    }
  }

  /** What contradicts an invariant; without a case where it is about the whole portal. */
  public record Broken(String name, @Nullable UUID caseId, String words) {}

  /** Everything in the portal that contradicts an invariant. */
  public List<Broken> broken() {
    return superuser.undone(jdbc -> broken(jdbc, _ -> true));
  }

  /** What of I10 and I12 is broken outside the database: in logs, in addresses, in files. */
  public List<Broken> leaked() {
    return superuser.undone(leaks::all);
  }

  /** What of this case contradicts an invariant. */
  public List<Broken> broken(CaseReference reference) {
    return broken().stream().filter(it -> reference.value().equals(it.caseId())).toList();
  }

  /**
   * What of an invariant is broken once its violation was done by a superuser; it is undone again.
   */
  List<Broken> brokenBy(String name, String sql) {
    return superuser.undone(jdbc -> {
      var before = broken(jdbc, name::equals);
      jdbc.sql("set session_replication_role = replica").update();
      jdbc.sql(sql).update();
      var after = new ArrayList<>(broken(jdbc, name::equals));
      after.removeAll(before);
      return after;
    });
  }

  private List<Broken> broken(JdbcClient jdbc, Predicate<String> asked) {
    var parts = parts("invariants.sql").stream().filter(part -> asked.test(part.name())).toList();
    if (parts.stream().anyMatch(part -> part.sql().contains("pg_temp"))) {
      jdbc.sql(TREE).update();
    }
    var broken = new ArrayList<Broken>();
    for (var part : parts) {
      jdbc.sql(part.sql())
          .query(
              (row, _) -> new Broken(part.name(), row.getObject(1, UUID.class), row.getString(2)))
          .list()
          .forEach(broken::add);
    }
    if (asked.test(DUE_DATES)) {
      dueDates
          .wrong(jdbc)
          .forEach(
              it -> broken.add(new Broken(DUE_DATES, it, "is due on another day than follows")));
    }
    return broken;
  }

  static List<Part> parts(String file) {
    try {
      var text =
          new ClassPathResource("candour/support/" + file)
              .getContentAsString(StandardCharsets.UTF_8);
      return SECTION
          .matcher(text)
          .results()
          .map(it -> new Part(it.group(1), it.group(2), it.group(3).strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
