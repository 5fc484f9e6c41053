package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * That no CHECK of the four schemas in which a case is decided is idle: each refuses a row that
 * differs from a lawful one only in the columns it speaks of, whoever writes it. Triggers and
 * foreign keys have their tests by name beside what they guard.
 */
@PortalTest
class UnlawfulRowsTests {

  private static final String CHECKS =
      """
      select c.oid::regclass::text as of, c.relname, k.conname, pg_get_constraintdef(k.oid) as says,
        (select string_agg(a.attname || ' ' || format_type(a.atttypid, null), ',') from pg_attribute a
          where a.attrelid = c.oid and a.attnum = any (k.conkey)) as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'c' and n.nspname in ('casework', 'exemptions', 'records', 'response')
      order by 1, 3
      """;

  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  @Autowired Superuser superuser;
  @Autowired Samples samples;
  @Autowired DirectSql sql;

  private record Column(String name, String type) {}

  private record Check(String of, String table, String name, String says, List<Column> columns) {

    @Override
    public String toString() {
      return of + ": " + name + " " + says;
    }
  }

  @Test
  void every_check_refuses_something_and_nothing_lawful() {
    var idle =
        superuser.undone(jdbc -> {
          var checks = checks(jdbc);
          checks.stream().map(Check::of).distinct().forEach(of -> copy(jdbc, of));
          Stream.of(lawfulRows().split(";\n")).forEach(row -> jdbc.sql(row).update());
          assertThat(checks).hasSizeGreaterThan(150);
          return checks.stream().filter(it -> !refusesSomething(jdbc, it)).toList();
        });
    assertThat(idle).isEmpty();
  }

  /** An empty table with the same name and the same checks, in this session alone. */
  private static void copy(JdbcClient jdbc, String of) {
    jdbc.sql(
            "create temp table %s (like %s including all)"
                .formatted(of.substring(of.indexOf('.') + 1), of))
        .update();
  }

  /** Whether some unlawful values of its columns make it false; each value with each other. */
  private static boolean refusesSomething(JdbcClient jdbc, Check check) {
    var condition = check.says().replaceFirst("^CHECK ", "");
    var lists = check.columns().stream().map(column -> values(column, check)).toList();
    return combinations(lists).stream()
        .anyMatch(row -> {
          var values = new StringBuilder();
          for (int i = 0; i < row.size(); i++) {
            var column = check.columns().get(i);
            values
                .append(i == 0 ? "" : ", ")
                .append("(%s)::%s as %s".formatted(row.get(i), column.type(), column.name()));
          }
          return jdbc.sql(
                  "select coalesce(not (%s), false) from (select %s from pg_temp.%s) tried"
                      .formatted(condition, values, check.table()))
              .query(Boolean.class)
              .list()
              .contains(true);
        });
  }

  private static List<List<String>> combinations(List<List<String>> lists) {
    List<List<String>> combined = List.of(List.of());
    for (var list : lists) {
      combined =
          combined.stream()
              .flatMap(start ->
                  list.stream()
                      .map(next -> Stream.concat(start.stream(), Stream.of(next)).toList()))
              .toList();
    }
    return combined;
  }

  /** What it is, nothing, what it may not be, and whatever the check itself speaks of. */
  private static List<String> values(Column column, Check check) {
    var values = new LinkedHashSet<>(List.of(column.name(), "null"));
    values.addAll(
        switch (column.type()) {
          case "text" -> texts(check);
          case "boolean" -> List.of("true", "false");
          case "integer", "bigint", "smallint", "numeric" -> List.of("-1", "0", "1", "30000");
          case "date", "timestamp with time zone" ->
              List.of("'2000-01-01'", "'2100-01-01'", "current_date");
          case "bytea" -> List.of("'\\x00'");
          case "uuid" ->
              check.columns().stream()
                  .filter(it -> it.type().equals("uuid"))
                  .map(Column::name)
                  .toList();
          case "text[]" -> List.of("'{}'", "'{X}'", "'{A,EVERYTHING}'", "'{\"\"}'");
          default -> List.of("'{}'");
        });
    return List.copyOf(values);
  }

  private static List<String> texts(Check check) {
    var texts = new ArrayList<>(List.of("'X'", "' '", "'a1@'", "repeat('x', 20001)"));
    QUOTED.matcher(check.says()).results().map(it -> it.group()).forEach(texts::add);
    return texts;
  }

  private static List<Check> checks(JdbcClient jdbc) {
    return jdbc.sql(CHECKS)
        .query((row, _) ->
            new Check(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                columns(row.getString(5))))
        .list();
  }

  private static List<Column> columns(String written) {
    return Stream.of(written.split(","))
        .map(it -> it.split(" ", 2))
        .map(it -> new Column(it[0], it[1]))
        .toList();
  }

  private static String lawfulRows() {
    try {
      return new ClassPathResource("candour/exemptions/lawful-rows.sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_guard_begins_once_and_the_kind_of_a_request_follows_from_its_rows() {
    var guarded = samples.guardedCase();
    var officer = samples.officer("Amara Okafor", Role.CASEWORKER);
    assertThat(
            sql.refusal(() ->
                sql.run(
                    """
                    insert into casework.protection (protection_id, case_id, words, officer_id, protected_on)
                    values (gen_random_uuid(), '%s', 'They said so on the phone.', '%s', current_date)
                    """
                        .formatted(guarded.value(), officer.id()))))
        .isEqualTo("already-guarded");
    String refusal =
        superuser.undone(jdbc ->
            sql.refusal(() ->
                jdbc.sql("update casework.request set kind = 'GENERAL' where case_id = ?")
                    .param(guarded.value())
                    .update()));
    assertThat(refusal).isEqualTo("kind-follows-its-rows");
  }
}
