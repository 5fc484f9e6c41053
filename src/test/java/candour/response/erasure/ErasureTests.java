package candour.response.erasure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.AuditLog;
import candour.audit.NightlyChecks;
import candour.audit.merkle.NotProven;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Correspondence;
import candour.exemptions.Exemptions;
import candour.platform.Acting;
import candour.platform.Home;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.records.Records;
import candour.records.ReviewDesk;
import candour.response.Answering;
import candour.response.Download;
import candour.response.Responses;
import candour.support.PortalTest;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A case is erased by two officers, once nothing keeps it, and then it is gone for everybody. */
@PortalTest
@Import(NightlyChecks.class)
class ErasureTests {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern WORDS = Pattern.compile(": \"([^\"]* [^\"]*)\"");

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

  private static final String REASON = "The person wrote to us on the third of May.";

  @Autowired Answering answering;
  @Autowired Erasures erasures;
  @Autowired Responses responses;
  @Autowired Correspondence correspondence;
  @Autowired Casework casework;
  @Autowired Exemptions exemptions;
  @Autowired Records records;
  @Autowired ReviewDesk desk;
  @Autowired Samples samples;
  @Autowired Seals seals;
  @Autowired AuditLog log;
  @Autowired NightlyChecks nightly;
  @Autowired JdbcClient jdbc;
  @Autowired Home home;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  private Answering.Three by;
  private Officer second;
  private CaseReference reference;

  @BeforeEach
  void answer_a_case() {
    by = answering.officers();
    second = samples.officer("Nia Prys", Role.SENIOR);
    reference = samples.generalCase();
    var ended = answering.determined(reference, by, "Case notes", "Nothing secret");
    second
        .acting()
        .run(() -> exemptions.withdraw(reference, ended, second, "It is no longer needed."));
    var record = as(() -> records.reviewed(reference)).getFirst();
    desk.withhold(reference, record.id(), 1, "THIRD_PARTY", by.caseworker());
    as(() -> correspondence.tell(reference, by.caseworker(), "We look for your landing card."));
  }

  @Test
  void an_erased_case_holds_nothing_that_anybody_can_read() {
    answered();
    assertThat(words()).hasSizeGreaterThan(30);
    erase();
    assertThat(words()).isEmpty();
    assertThatThrownBy(() -> as(() -> seals.seal(reference.value(), "x", bytes("y"))))
        .isInstanceOfSatisfying(
            Refusal.class, it -> assertThat(it.rule()).isEqualTo("case-is-erased"));
    assertThat(as(() -> seals.opener(reference.value()))).isEmpty();
    assertThat(as(() -> log.historyOf(reference.value())).getLast().factClass())
        .isEqualTo("case.erased");
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
                "casework.request.wants",
                "exemptions.proposal.summary",
                "exemptions.ruling.outcome",
                "exemptions.ruling.provision",
                "identity.requester.identity_routes",
                "notifications.letter.template",
                "platform.document.media_type"));
  }

  @Test
  void nobody_erases_what_must_be_kept() {
    refused("erased-once-answered", () -> propose(Basis.REQUEST));
    answered();
    refused("retention-not-over", () -> propose(Basis.RETENTION));
    var officer = by.caseworker();
    officer
        .acting()
        .run(() -> erasures.hold(reference, Because.COMPLAINT, "Complaint 12 of May.", officer));
    refused("case-on-hold", () -> propose(Basis.REQUEST));
    var hold = as(() -> erasures.of(reference)).holds().getFirst();
    refused("senior-officer-only", () -> lift(hold.id(), officer));
    lift(hold.id(), second);
    propose(Basis.REQUEST);
    refused("erasure-is-proposed", () -> propose(Basis.REQUEST));
  }

  @Test
  void the_database_refuses_each_way_around_two_officers() {
    answered();
    propose(Basis.REQUEST);
    refused("four-eyes", () -> rule(by.senior()));
    refused("senior-officer-only", () -> rule(by.releaser()));
    refused("evidence-is-append-only", owner("update casework.message set words = 'x'"));
    refused(
        "erased-by-two",
        owner(
            "update platform.case_key set wrapped = null, destroyed_at = now() where case_id = :case"));
    owner("delete from platform.case_key where case_id = :case").run();
    assertThat(as(() -> seals.opener(reference.value()))).isPresent();
  }

  @Test
  void nothing_is_added_to_an_erased_case_and_its_key_never_comes_back() {
    answered();
    erase();
    refused("case-is-erased", () -> propose(Basis.REQUEST));
    refused(
        "case-is-erased",
        () ->
            samples
                .holderOf(reference)
                .acting()
                .run(() -> correspondence.write(reference, "Are you still there?")));
    refused(
        "evidence-is-append-only",
        owner(
            "update platform.case_key set wrapped = '\\x00', destroyed_at = null where case_id = :case"));
  }

  @Test
  void a_forger_cannot_hide_behind_an_erasure() {
    answered();
    propose(Basis.REQUEST);
    asSuperuser(it ->
        it.update(
            "update casework.search set terms = 'Kampbell' where case_id = ?", reference.value()));
    refused("rows-are-not-as-logged", this::approve);
    asSuperuser(it ->
        it.update(
            "update casework.search set terms = 'Campbell' where case_id = ?", reference.value()));

    asSuperuser(it -> {
      var key =
          it.queryForObject(
              "select wrapped from platform.case_key where case_id = ?",
              byte[].class,
              reference.value());
      it.update(
          "update platform.case_key set wrapped = null, destroyed_at = now() where case_id = ?",
          reference.value());
      assertThatThrownBy(nightly::testimony)
          .isInstanceOf(NotProven.class)
          .hasMessageContaining("no entry says that two people erased it");
      it.update(
          "update platform.case_key set wrapped = ?, destroyed_at = null where case_id = ?",
          key,
          reference.value());
    });
    assertThat(nightly.testimony()).isPositive();
  }

  @Test
  void what_is_left_of_an_erased_case_is_still_compared_with_the_log() {
    answered();
    erase();
    asSuperuser(it -> {
      it.update(
          "update casework.search set found = 7 where result = 'FOUND' and case_id = ?",
          reference.value());
      assertThatThrownBy(nightly::testimony)
          .isInstanceOf(NotProven.class)
          .hasMessageContaining("casework.search");
      it.update(
          "update casework.search set found = 1 where result = 'FOUND' and case_id = ?",
          reference.value());
    });
    assertThat(nightly.testimony()).isPositive();
  }

  private void answered() {
    answering.released(reference, by);
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "update notifications.letter set posted_at = now(), posted_by = :by where case_id = :case")
                .param("by", by.caseworker().id())
                .param("case", reference.value())
                .update());
  }

  private void propose(Basis basis) {
    by.senior().acting().run(() -> erasures.propose(reference, basis, REASON, by.senior()));
  }

  private void approve() {
    var id = requireNonNull(as(() -> erasures.of(reference)).proposed()).id();
    second.acting().run(() -> erasures.approve(reference, id, second));
  }

  private void erase() {
    propose(Basis.REQUEST);
    approve();
  }

  private void lift(UUID hold, Officer officer) {
    officer
        .acting()
        .run(() -> erasures.lift(reference, hold, "The complaint was answered.", officer));
  }

  /** The ruling as code would write it that knows of no rule. */
  private void rule(Officer officer) {
    samples.as(
        officer.acting(),
        () ->
            jdbc.sql(
                    """
                    insert into response.erasure_ruling (erasure_id, case_id, approved, proposed_by, decided_by, decided_on)
                    select erasure_id, case_id, true, proposed_by, :by, proposed_on from response.erasure where case_id = :case
                    """)
                .param("by", officer.id())
                .param("case", reference.value())
                .update());
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

  private Runnable owner(String statement) {
    return () -> {
      try {
        asOwner(it -> it.update(statement.replace(":case", "'" + reference.value() + "'")));
      } catch (org.springframework.dao.DataAccessException e) {
        throw new Refusal(
            String.valueOf(e.getMostSpecificCause().getMessage())
                .replaceAll("(?s)ERROR: (\\S+).*", "$1"),
            e);
      }
    };
  }

  private void asOwner(Consumer<JdbcTemplate> work) {
    with(
        "candour_owner",
        "postgres-owner",
        jdbc -> {
          jdbc.execute("select set_config('candour.role', 'SYSTEM', false)");
          work.accept(jdbc);
        });
  }

  private void asSuperuser(Consumer<JdbcTemplate> work) {
    with(
        "postgres",
        "postgres-superuser",
        jdbc -> {
          jdbc.execute("set session_replication_role = replica");
          work.accept(jdbc);
        });
  }

  private void with(String user, String secret, Consumer<JdbcTemplate> work) {
    var database =
        new SingleConnectionDataSource(pool.getJdbcUrl(), user, home.secret(secret), true);
    try {
      work.accept(new JdbcTemplate(database));
    } finally {
      database.destroy();
    }
  }

  private <T> T as(Supplier<T> work) {
    return samples.as(by.senior().acting(), work);
  }

  private static void refused(String rule, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo(rule));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
