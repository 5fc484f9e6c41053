package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class DatabaseTests {

  /** The columns with an account that the portal may write, and no policy says whose. */
  private static final String NAMES =
      """
      select k.conrelid::regclass || '.' || a.attname from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.confrelid = 'platform.account'::regclass
        and has_column_privilege('candour_app', k.conrelid, a.attnum, 'insert')
        and not exists (select from pg_policy p where p.polrelid = k.conrelid and p.polname = 'in_own_name'
          and pg_get_expr(p.polwithcheck, p.polrelid) like '%(' || a.attname || ' = %')
      """;

  /** Of those that some policy does name, the ones for which no office is asked. */
  private static final String WITHOUT_OFFICE =
      """
      select p.polrelid::regclass::text from pg_policy p where p.polname = 'in_own_name'
        and not exists (select from pg_trigger t where t.tgrelid = p.polrelid and t.tgname = 'a_by_office')
      """;

  /** The table, the column with the officer, the rule, and the offices. */
  private static final String OFFICES =
      """
      select t.tgrelid::regclass::text, string_to_array(encode(t.tgargs, 'escape'), '\\000') from pg_trigger t
      where t.tgname = 'a_by_office' order by 1
      """;

  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired DocumentStore documents;
  @Autowired SelfTest selfTest;
  @Autowired Database database;

  @Test
  void self_test_finds_no_fault() {
    assertThat(inTransaction(Acting.system(), selfTest::faults)).isEmpty();
  }

  @Test
  void nodes_that_start_together_make_the_same_roles() throws Exception {
    Callable<Boolean> start =
        () -> {
          DatabaseConfiguration.ensureRoles(database);
          return true;
        };
    assertThat(Races.atOnce(8, start)).containsOnly(true);
  }

  @Test
  void no_transaction_begins_when_nobody_acts() {
    var transaction = new TransactionTemplate(transactions);
    assertThatThrownBy(() -> transaction.execute(_ -> "never"))
        .isInstanceOf(CannotCreateTransactionException.class);
  }

  @Test
  void a_file_reads_back_as_it_was_and_only_for_its_case() {
    var caseId = Identifiers.unguessable();
    var content = Identifiers.randomBytes(2_500_000);
    var stored =
        inTransaction(
            Acting.system(),
            () -> documents.store(caseId, Purpose.RECORD, "a.pdf", "application/pdf", content));
    assertThat(inTransaction(Acting.system(), () -> documents.read(stored.id(), caseId)))
        .isEqualTo(content);
    assertThatThrownBy(() ->
            inTransaction(
                Acting.system(), () -> documents.read(stored.id(), Identifiers.unguessable())))
        .isInstanceOf(EmptyResultDataAccessException.class);
    assertThat(
            inTransaction(
                new Acting(Acting.Role.REQUESTER, Identifiers.next(), caseId), this::documentsSeen))
        .isZero();
    assertThat(inTransaction(Acting.visitor(null), this::documentsSeen)).isZero();
  }

  @Test
  void evidence_is_neither_changed_nor_removed() {
    assertThatThrownBy(() ->
            inTransaction(
                Acting.system(), () -> jdbc.sql("delete from platform.document").update()))
        .isInstanceOf(BadSqlGrammarException.class)
        .hasRootCauseMessage("ERROR: permission denied for table document");
  }

  /** But for whose account it is. */
  @Test
  void wherever_an_officer_is_named_it_is_the_one_who_acts() {
    assertThat(strings(NAMES))
        .containsExactlyInAnyOrder(
            "platform.account_role.account_id",
            "platform.account_role.kind",
            "platform.enrolment.account_id");
  }

  /** But for an attempt, which is anybody's, and for telling, which is the ruling's approver's. */
  @Test
  void wherever_an_officer_is_named_they_hold_the_office_for_it() {
    assertThat(strings(WITHOUT_OFFICE))
        .containsExactlyInAnyOrder("exemptions.refused_attempt", "exemptions.tell_decision");
    var nobody = samples.officer("In no office");
    var everybody =
        Stream.of(Role.values())
            .filter(role -> role != Role.ADMINISTRATOR)
            .collect(Collectors.toMap(Role::name, role -> samples.officer(role.name(), role)));
    var offices =
        inTransaction(Acting.system(), () -> jdbc.sql(OFFICES).query(Office::read).list());
    assertThat(offices).hasSizeGreaterThan(25);
    for (var office : offices) {
      assertThat(refusal(office, nobody)).as(office.toString()).isEqualTo(office.rule());
      everybody.forEach((role, officer) ->
          assertThat(refusal(office, officer).equals(office.rule()))
              .as(role + " in " + office)
              .isNotEqualTo(office.of().contains(role)));
    }
  }

  private record Office(String table, String column, String rule, List<String> of) {

    static Office read(ResultSet row, int number) throws SQLException {
      var arguments = List.of((String[]) row.getArray(2).getArray());
      return new Office(
          row.getString(1),
          arguments.get(0),
          arguments.get(1),
          arguments.subList(2, arguments.size()));
    }
  }

  /** What refuses a row with nothing in it but that officer's name. */
  private String refusal(Office office, Officer officer) {
    try {
      inTransaction(
          officer.acting(),
          () ->
              jdbc.sql("insert into %s (%s) values (?)".formatted(office.table(), office.column()))
                  .param(officer.id())
                  .update());
      return "nothing";
    } catch (Refusal refusal) {
      return refusal.rule();
    } catch (DataAccessException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private List<String> strings(String query) {
    return inTransaction(
        Acting.system(), () -> jdbc.sql(query).query((row, _) -> row.getString(1)).list());
  }

  @Test
  void a_refusal_of_the_database_names_its_rule() {
    assertThatThrownBy(() ->
            inTransaction(
                Acting.system(),
                () ->
                    jdbc.sql("select casework.touch(gen_random_uuid())")
                        .query(Long.class)
                        .single()))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.rule()).isEqualTo("no-such-case"));
  }

  private long documentsSeen() {
    return jdbc.sql("select count(*) from platform.document").query(Long.class).single();
  }

  private <T> T inTransaction(Acting acting, Supplier<T> work) {
    return acting.call(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
  }
}
