package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.support.PortalTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired DocumentStore documents;
  @Autowired SelfTest selfTest;

  @Test
  void self_test_finds_no_fault() {
    assertThat(inTransaction(Acting.system(), selfTest::faults)).isEmpty();
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
        .isInstanceOf(org.springframework.dao.EmptyResultDataAccessException.class);
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
        .isInstanceOf(org.springframework.jdbc.BadSqlGrammarException.class)
        .hasRootCauseMessage("ERROR: permission denied for table document");
  }

  /** But for whose account it is; and a batch has no person in it, and so no policies. */
  @Test
  void wherever_an_officer_is_named_it_is_the_one_who_acts() {
    assertThat(inTransaction(Acting.system(), () -> jdbc.sql(NAMES).query(String.class).list()))
        .containsExactlyInAnyOrder(
            "platform.account_role.account_id",
            "platform.account_role.kind",
            "platform.enrolment.account_id",
            "ledger.batch.imported_by");
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
