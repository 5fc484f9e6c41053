package candour.platform.storage;

import candour.platform.Acting;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses to open the doors on a database that could lose a request or show it to the wrong person.
 */
@Component
@DependsOn("flywayInitializer")
class SelfTest implements SmartInitializingSingleton {

  private static final String SCHEMAS = "'" + String.join("', '", Migrations.ORDER) + "'";

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;

  SelfTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var faults =
        Acting.system().call(() -> new TransactionTemplate(transactions).execute(_ -> faults()));
    if (faults != null && !faults.isEmpty()) {
      throw new IllegalStateException(
          "The database is not safe to use: " + String.join("; ", faults));
    }
  }

  List<String> faults() {
    var faults = new ArrayList<String>();
    check(
        faults,
        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user",
        "the portal runs as a superuser or beyond row-level security");
    check(
        faults,
        """
        select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in (%s) and pg_has_role(current_user, c.relowner, 'member'))
        """
            .formatted(SCHEMAS),
        "the portal runs as the owner of its tables");
    check(faults, "select current_setting('fsync') <> 'on'", "fsync is off");
    check(faults, "select current_setting('full_page_writes') <> 'on'", "full_page_writes is off");
    check(
        faults,
        "select current_setting('synchronous_commit') in ('off', 'local')",
        "synchronous_commit is off");
    faults.addAll(unprotectedTables());
    return faults;
  }

  private void check(List<String> faults, String sql, String fault) {
    if (jdbc.sql(sql).query(Boolean.class).single()) {
      faults.add(fault);
    }
  }

  /**
   * Tables that name a case or a data subject must have row-level security that binds their owner
   * too.
   */
  private List<String> unprotectedTables() {
    return jdbc.sql(
            """
            select distinct n.nspname || '.' || c.relname || ' has no forced row-level security'
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where n.nspname in (%s) and c.relkind in ('r', 'p') and a.attname in ('case_id', 'subject_id')
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """
                .formatted(SCHEMAS))
        .query((row, _) -> row.getString(1))
        .list();
  }
}
