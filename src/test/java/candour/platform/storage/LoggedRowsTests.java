package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Which rows stand in the log, and how they are handed to it. */
@PortalTest
class LoggedRowsTests {

  private static final String SHIPPED = "shipped with the portal, and compared with it each night";

  /** The tables whose rows do not stand in the log, each for a reason. */
  private static final Map<String, List<String>> NOT_IN_THE_LOG =
      Map.of(
          "the log itself, which is checked entry by entry",
          List.of(
              "audit.checkpoint",
              "audit.cosignature",
              "audit.entry",
              "audit.leaf",
              "audit.opened",
              "audit.receipt",
              "audit.signature",
              "audit.tile",
              "audit.unsequenced",
              "audit.vouched"),
          "lists that the database works out from rows that do",
          List.of(
              "casework.open_alert",
              "casework.open_reclassification",
              "casework.open_redress",
              "exemptions.fingerprint",
              "exemptions.waiting",
              "identity.directory",
              "oversight.figure",
              "oversight.rebuilt"),
          SHIPPED,
          List.of(
              "casework.destroyed_class",
              "casework.record_system",
              "exemptions.exemption",
              "exemptions.required_field",
              "ledger.agreement",
              "ledger.agreement_version",
              "platform.of_case"),
          "set at each start, and compared with the settings each night",
          List.of("platform.controller"),
          "digested with its batch, which stands there",
          List.of("ledger.disclosure"),
          "sealed under keys outside the database",
          List.of("platform.case_key", "platform.document_part"),
          "there for a while",
          List.of(
              "identity.contact_guess",
              "notifications.letter",
              "notifications.mail",
              "platform.enrolment",
              "platform.kept_file",
              "platform.scheduled_tasks",
              "platform.spring_session",
              "platform.spring_session_attributes",
              "platform.throttle",
              "requester.draft",
              "requester.draft_file",
              "requester.draft_link",
              "requester.link"));

  /** Of the tables that there are. */
  private static final String WITHOUT_THE_LOG =
      """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|flyway)'
        and not exists (select from common.logged_table l where l.relation = c.oid)
      """;

  /** Of those that do stand there, the ones of which no row is known to belong to a case. */
  private static final String OF_NO_CASE =
      """
      select l.relation::regclass::text from common.logged_table l
      where not exists (select from pg_attribute a where a.attrelid = l.relation and a.attname = 'case_id')
        and not exists (select from platform.of_case o where o.relation = l.relation::regclass::text)
      """;

  /** Of those that go with a case of which other entries speak, the ones that nothing blinds. */
  private static final String UNBLINDED =
      """
      select o.relation from platform.of_case o where not o.said_of_case and (o.emptied is null or cardinality(o.emptied) > 0)
        and not exists (select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = o.relation::regclass and a.attname = 'blinding' and a.attnotnull
            and pg_get_expr(d.adbin, d.adrelid) = 'gen_random_uuid()')
      """;

  /** What may be changed in a row that stands in the log, unseen by the trigger that says so. */
  private static final String UNWATCHED =
      """
      select t.tgrelid::regclass || '.' || a.attname from pg_trigger t
        join common.logged_table l on l.relation = t.tgrelid
        join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
      where t.tgname = 'log_changed_row' and jsonb_exists(l.apart, a.attname::text) is not true
        and cardinality(t.tgattr) > 0 and a.attnum <> all (t.tgattr)
        and (a.attgenerated = '' or exists (select from pg_attrdef d
          join pg_depend p on p.classid = 'pg_attrdef'::regclass and p.objid = d.oid and p.refobjid = a.attrelid
          join pg_attribute made_of on made_of.attrelid = a.attrelid and made_of.attnum = p.refobjsubid
          where d.adrelid = a.attrelid and d.adnum = a.attnum and jsonb_exists(l.apart, made_of.attname::text)))
      """;

  /** What sets a column of a row before it is updated (2 and 16 of a trigger's type). */
  private static final String CHANGED_BEFORE_THE_LOG =
      """
      select t.tgrelid::regclass || ' ' || p.proname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        join common.logged_table l on l.relation = t.tgrelid
      where l.apart is not null and t.tgtype & 18 = 18 and p.prosrc ~* 'new\\.[a-z_]+\\s*:='
      """;

  /** What reads digests as the settings of a session would have the rows spelled. */
  private static final String SPELLED_BY_THE_SESSION =
      """
      select proname::text from pg_proc where prosrc like '%common.row_digest(%' and proname <> 'log_row'
        and not coalesce(proconfig, '{}') @> '{TimeZone=UTC,DateStyle=ISO,bytea_output=hex}'
      """;

  /**
   * Rows that can be spelled in as many ways as there are settings, of a session that sets each.
   */
  private static final String SPELLED_IN_MANY_WAYS =
      """
      create table platform.spelled (id integer primary key, at timestamptz, day date, bytes bytea);
      grant select on platform.spelled to candour_owner;
      call common.logged('platform.spelled');
      do $$ begin
        set local timezone = 'Asia/Tokyo';
        set local datestyle = 'SQL, DMY';
        set local bytea_output = 'escape';
        insert into platform.spelled
          select n, '2026-11-22 10:00+00', '2026-11-22', decode('ff00', 'hex') from generate_series(1, %d) n;
        update platform.spelled set bytes = decode('01', 'hex') where id = 1;
        delete from platform.spelled where id = 2;
      end $$
      """;

  @Autowired Samples samples;
  @Autowired Superuser superuser;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  /** Else a change of it would be made without the log. */
  @Test
  void every_column_of_a_row_that_stands_in_the_log_is_watched() {
    assertThat(strings("select distinct tgname::text from pg_trigger where tgname like 'log_%'"))
        .contains("log_changed_row", "log_removed_row", "log_row");
    assertThat(strings(UNWATCHED)).isEmpty();
  }

  /** Else a superuser could change it and nobody would know. */
  @Test
  void every_table_stands_in_the_log_or_it_is_said_why_not() {
    assertThat(strings(WITHOUT_THE_LOG))
        .containsExactlyInAnyOrderElementsOf(
            NOT_IN_THE_LOG.values().stream().flatMap(List::stream).toList());
  }

  /** Else the entries of a case would speak of rows that its erasure does not know of. */
  @Test
  void of_every_row_it_is_known_whether_it_belongs_to_a_case() {
    assertThat(asSuperuser(OF_NO_CASE))
        .containsExactlyInAnyOrder(
            "ledger.batch", "oversight.tally", "platform.account", "platform.account_role");
  }

  /** Else their digests, which stay, would tell whoever guesses what was erased. */
  @Test
  void what_other_entries_say_of_rows_that_go_with_a_case_is_blinded() {
    assertThat(
            asSuperuser(
                "select relation from platform.of_case where emptied is null and not said_of_case"))
        .containsExactlyInAnyOrder("ledger.match", "ledger.shown");
    assertThat(asSuperuser(UNBLINDED)).isEmpty();
  }

  private List<String> asSuperuser(String query) {
    return superuser.undone(
        database -> database.sql(query).query((row, _) -> row.getString(1)).list());
  }

  @Test
  void every_table_that_is_said_to_be_compared_with_the_portal_is() {
    assertThat(NOT_IN_THE_LOG.get(SHIPPED))
        .containsExactlyInAnyOrderElementsOf(ShippedTables.SHIPPED.keySet());
  }

  @Test
  void no_setting_of_a_session_is_in_the_digest_of_a_row() {
    assertThat(
            strings("select proname::text from pg_proc where prosrc like '%common.row_digest(%'"))
        .contains("log_row", "logged_rows", "logged_of_case", "shipped_tables");
    assertThat(strings(SPELLED_BY_THE_SESSION)).isEmpty();
  }

  /** A column that another trigger sets is not among those that the statement names. */
  @Test
  void nothing_else_changes_a_row_some_of_which_stands_apart() {
    assertThat(strings(CHANGED_BEFORE_THE_LOG)).isEmpty();
  }

  /** Each act of an officer changes some of it. */
  @ParameterizedTest
  @CsvSource({
    "casework.request, stage, 0",
    "casework.request, subject_name, 2",
    "platform.account, last_totp_step, 0",
    "platform.account, unit, 2"
  })
  void what_stands_apart_costs_no_digest(String table, String column, int lines) {
    samples.officer("Counted", Role.CASEWORKER);
    samples.generalCase();
    var handed =
        superuser.undone(database -> {
          database
              .sql(
                  "update %1$s set %2$s = %2$s where ctid = (select max(ctid) from %1$s)"
                      .formatted(table, column))
              .update();
          return database.sql("select common.rows_to_log()").query(String.class).single();
        });
    assertThat(lines(handed)).hasSize(lines);
  }

  /** Whatever the session has set, and however many rows there are. */
  @Test
  void rows_are_handed_to_the_log_as_it_reads_them() {
    for (var rows : new int[] {3, 1_000}) {
      superuser.undone(database -> {
        database.sql(SPELLED_IN_MANY_WAYS.formatted(rows)).update();
        var handed = database.sql("select common.rows_to_log()").query(String.class).single();
        assertThat(lines(handed)).filteredOn(line -> line.startsWith("+")).hasSize(rows + 1);
        assertThat(standing(handed)).hasSize(rows - 1).isEqualTo(read(database));
        assertThat(database.sql("select common.rows_to_log()").query(String.class).single())
            .isEmpty();
        return handed;
      });
    }
  }

  /** The rows that are there by what was handed over: added, and neither changed nor removed. */
  private Set<String> standing(String handed) {
    var rows = new HashSet<String>();
    lines(handed)
        .forEach(line -> {
          var row = line.substring(1);
          assertThat(line.charAt(0) == '+' ? rows.add(row) : rows.remove(row)).as(line).isTrue();
        });
    return rows;
  }

  private List<String> lines(String handed) {
    return Arrays.asList(json.readValue("[" + handed + "]", String[].class));
  }

  private static Set<String> read(JdbcClient database) {
    return database
        .sql(
            "select relation || ' ' || digest from common.logged_rows() where relation = 'platform.spelled'")
        .query((row, _) -> row.getString(1))
        .set();
  }

  private List<String> strings(String query) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(query).query((row, _) -> row.getString(1)).list());
  }
}
