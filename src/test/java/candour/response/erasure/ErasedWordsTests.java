package candour.response.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Refusal;
import candour.response.Download;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing of an erased case can be read by anybody, and no column for words is forgotten. */
class ErasedWordsTests extends CaseToErase {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern WORDS = Pattern.compile("[:\\[,] ?\"([^\"]* [^\"]*)\"");

  /** What was given to the committee about nobody, and is published, stays. */
  private static final String SUMMARY =
      "Part of a page that describes how a current operation is carried out.";

  /** Text in rows of a case that is neither emptied, nor one of a list, nor the name of a row. */
  private static final String FREE_WORDS =
      """
      select n.nspname || '.' || c.relname || '.' || a.attname
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        left join platform.of_case o on o.relation = n.nspname || '.' || c.relname
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid in ('text'::regtype, 'text[]'::regtype)
        and pg_get_userbyid(c.relowner) = 'candour_owner'
        and (o.relation is not null or exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'case_id'))
        and a.attname <> all (coalesce(o.emptied, '{}')) and not (o.relation is not null and o.emptied is null)
        and not exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey)
          and (k.contype = 'f' or pg_get_constraintdef(k.oid) ~ '= ANY|~ ''\\^|= ''|IS NOT DISTINCT'))
      """;

  @Test
  void an_erased_case_holds_nothing_that_anybody_can_read() {
    answered();
    assertThat(words())
        .hasSizeGreaterThan(45)
        .anyMatch(it -> it.startsWith("identity.clue "))
        .contains("casework.request The decision letter", "casework.urgency_change next week");
    erase();
    assertThat(words()).isEmpty();
    assertThatThrownBy(() -> as(() -> seals.seal(reference.value(), "x", bytes("y"))))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("case-is-erased"));
    assertThat(as(() -> seals.opener(reference.value()))).isEmpty();
    assertThat(as(() -> evidence.of(reference))).isEmpty();
    assertThat(samples.logged(reference)).endsWith("case.erased");
    assertThat(nightly.testimony()).isPositive();
    var holder = samples.holderOf(reference).acting();
    assertThat(holder.call(() -> responses.proof(reference, "AAAAA-AAAAA")))
        .isInstanceOf(Download.Erased.class);
    assertThat(as(() -> erasures.of(reference)).erasedOn()).isNotNull();
  }

  /** A new column for words must be emptied with its case, or be named here with good reason. */
  @Test
  void every_column_for_words_is_emptied() {
    asSuperuser(it ->
        assertThat(it.queryForList(FREE_WORDS, String.class))
            .containsExactlyInAnyOrder(
                "audit.entry.summary",
                "casework.complaint.about",
                "casework.visit.roles",
                "casework.visit.unit",
                "exemptions.proposal.summary",
                "exemptions.ruling.outcome",
                "exemptions.ruling.provision",
                "notifications.letter.template",
                "platform.document.media_type"));
  }

  /**
   * Words in rows of the case: of all rows that name it, its person or who asked, or anything that
   * such rows are named by, the values with a space in them.
   */
  private List<String> words() {
    var about = as(() -> casework.facts(reference));
    List<String> found = new ArrayList<>();
    asSuperuser(it -> {
      var officers =
          Set.copyOf(
              it.queryForList("select account_id::text from platform.account", String.class));
      var rows = everyRow(it);
      var ids =
          Set.of(
              reference.value().toString(),
              about.subjectId().toString(),
              about.requesterId().toString());
      Set<String> names = new HashSet<>(ids);
      rows.stream()
          .filter(row -> !row.table().equals("exemptions.likeness"))
          .filter(row -> ids.stream().anyMatch(row.says()::contains))
          .flatMap(row -> ID.matcher(row.says()).results())
          .map(MatchResult::group)
          .filter(id -> !officers.contains(id))
          .forEach(names::add);
      rows.stream()
          .filter(row -> names.stream().anyMatch(row.says()::contains))
          .flatMap(row ->
              WORDS.matcher(row.says()).results().map(it2 -> row.table() + " " + it2.group(1)))
          .filter(words -> !words.endsWith("[erased with its case · dilëwyd gyda’i achos]"))
          .filter(words -> !words.endsWith(SUMMARY))
          .forEach(found::add);
    });
    return found;
  }

  private record Row(String table, String says) {}

  private static List<Row> everyRow(JdbcTemplate jdbc) {
    var tables =
        jdbc.query(
            """
            select schemaname || '.' || tablename from pg_tables where tableowner = 'candour_owner'
              and schemaname in ('platform', 'audit', 'notifications', 'identity', 'ledger', 'casework', 'exemptions', 'records', 'response', 'requester')
              and tablename not in ('spring_session', 'spring_session_attributes', 'scheduled_tasks')
            """,
            (row, _) -> row.getString(1));
    return tables.stream()
        .flatMap(table ->
            jdbc
                .query(
                    "select to_jsonb(t)::text from " + table + " t",
                    (row, _) -> new Row(table, row.getString(1)))
                .stream())
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
