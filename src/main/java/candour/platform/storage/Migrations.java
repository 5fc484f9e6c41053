package candour.platform.storage;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates one schema a module, each with a history of its own, in the order of the arrows: a
 * module's tables may point only at tables of modules before it.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

  /** Every module after those it may depend on. */
  static final List<String> ORDER =
      List.of(
          "__root",
          "platform",
          "audit",
          "notifications",
          "identity",
          "ledger",
          "casework",
          "exemptions",
          "records",
          "response",
          "requester",
          "oversight");

  @Override
  public void migrate(Flyway all) {
    for (var module : ORDER) {
      Flyway.configure()
          .configuration(all.getConfiguration())
          .locations("classpath:db/migration/" + module)
          .table("history_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }
}
