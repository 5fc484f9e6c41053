package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.RequestHolder;
import candour.support.Explained;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class DirectoryTests {

  private static final int PEOPLE = 50_000;

  @Autowired Samples samples;
  @Autowired Identity identity;
  @Autowired Explained explained;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void people_are_found_by_any_name_or_postcode_and_by_officers_alone() {
    var unique = Identifiers.randomCode(8).toLowerCase(Locale.ROOT);
    var registered = register("Zoë " + unique, "Former" + unique, "1 Long Lane\nCF10 1AA");
    assertThat(found("ZOE " + unique)).containsOnlyKeys(registered.requesterId());
    assertThat(found("former" + unique.substring(0, 5))).containsOnlyKeys(registered.requesterId());
    assertThat(found("cf101aa zoe " + unique.substring(0, 4)).values())
        .extracting(DataSubject::otherNames)
        .containsExactly("Former" + unique);
    assertThat(found(unique + " Beryl")).isEmpty();
    assertThat(found(unique + " Lane")).as("the address is no way to find anybody").isEmpty();
    var requester = new Acting(Acting.Role.REQUESTER, registered.subjectId(), UUID.randomUUID());
    for (var other : Set.of(requester, Acting.visitor(Identifiers.next()))) {
      assertThat(samples.as(other, () -> identity.found(unique, 51))).isEmpty();
      assertThat(samples.as(other, () -> count("select count(*) from identity.directory")))
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "_", "'", "a' | 'b", "\\' or 1=1 --", "zoe:* & !x", "<->", "('", "🦊", "ß'"})
  void text_that_would_mean_something_to_a_database_finds_nobody(String hostile) {
    assertThat(found("nobody" + hostile)).isEmpty();
    assertThat(found(hostile + "nobody")).isEmpty();
    assertThat(found((hostile + " nobody ").repeat(1_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sukarno",
        "Zoë O’Brien-Świątek",
        "D'Souza",
        "Nguyễn Thị Minh Khai",
        "محمد عبد الله",
        "নাসরিন",
        "張偉",
        "Þórdís Æsadóttir",
        "ʻAnapesi"
      })
  void a_name_of_whatever_script_is_kept_and_finds_its_person(String name) {
    var unique = Identifiers.randomCode(8);
    var registered = register(name, unique, "");
    assertThat(found(name + " " + unique).get(registered.requesterId()))
        .isNotNull()
        .extracting(DataSubject::fullName)
        .isEqualTo(name);
  }

  /** The plan of a function is not shown, but what it reads is: an index, and none of the rest. */
  @Test
  void a_search_reads_an_index_and_not_the_table() {
    Acting.system()
        .run(() ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> {
                  load();
                  var whole = explained.blocks("select * from identity.directory");
                  var rare = explained.blocks("select * from identity.found('''w77x'':*', 51)");
                  var common = explained.blocks("select * from identity.found('''common'':*', 51)");
                  var number =
                      explained.blocks(
                          "select * from identity.found('''w77x'':* | ''w7'' & ''x9''', 51)");
                  assertThat(whole).isGreaterThan(400);
                  assertThat(number).isLessThan(whole / 10);
                  assertThat(rare).isLessThan(whole / 10);
                  assertThat(common).isLessThan(whole / 2);
                  assertThat(identity.found("common", 51)).hasSize(51);
                  transaction.setRollbackOnly();
                }));
  }

  private void load() {
    var pattern = register("Pattern", "", "").requesterId();
    jdbc.sql(
            """
            insert into identity.requester (requester_id, subject_id, email, language)
            select ('01940000-0000-7000-a000-' || lpad(to_hex(g), 12, '0'))::uuid, subject_id, email, language
            from identity.requester, generate_series(1, :people) g where requester_id = :pattern
            """)
        .param("people", PEOPLE)
        .param("pattern", pattern)
        .update();
    jdbc.sql(
            """
            insert into identity.directory (requester_id, words)
            select ('01940000-0000-7000-a000-' || lpad(to_hex(g), 12, '0'))::uuid,
              array_to_tsvector(array['common', 'w' || g || 'x']) from generate_series(1, :people) g
            """)
        .param("people", PEOPLE)
        .update();
  }

  @Test
  void functions_with_their_owners_rights_are_for_the_application_alone_and_search_nowhere_else() {
    assertThat(
            samples.as(
                Acting.system(),
                () ->
                    jdbc.sql(
                            """
                            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                              and (has_function_privilege('candour_report', p.oid, 'execute')
                                or has_function_privilege('candour_sequencer', p.oid, 'execute')
                                or not exists (select from unnest(p.proconfig) c where c like 'search_path=%pg_temp'))
                            """)
                        .query((row, _) -> row.getString(1))
                        .list()))
        .isEmpty();
  }

  @Test
  void nobody_but_a_newcomer_or_the_office_adds_by_what_a_person_is_found() {
    var registered = register("Winston Clarke", "", "");
    var who =
        new RequestHolder(
            registered.requesterId(), registered.subjectId(), registered.requesterId());
    assertThatThrownBy(() ->
            samples.as(
                who.acting(),
                () ->
                    jdbc.sql("insert into identity.directory (requester_id, words) values (?, '')")
                        .param(registered.requesterId())
                        .update()))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void nobody_rewrites_by_what_a_person_is_found() {
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () -> jdbc.sql("update identity.directory set words = ''").update()))
        .hasRootCauseMessage("ERROR: permission denied for table directory");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private Map<UUID, DataSubject> found(String words) {
    return samples.as(Acting.system(), () -> identity.found(words, 51));
  }

  private Registered register(String name, String others, String address) {
    var subject = DataSubject.named(name, others, PartialDate.of(1956));
    var requester =
        Requester.about(subject, "a@example.org", null, address, Locale.ENGLISH, Showing.NOT_SAID);
    return samples.as(
        Acting.visitor(Identifiers.next()), () -> identity.register(subject, requester));
  }
}
