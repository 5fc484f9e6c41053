package candour.platform.storage;

import candour.platform.Days;
import candour.platform.Home;
import candour.platform.storage.Database.Login;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connects the portal to the embedded PostgreSQL, or to one's own where {@code
 * spring.datasource.url} is set.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(
      name = "spring.datasource.url",
      havingValue = "embedded",
      matchIfMissing = true)
  EmbeddedDatabase embeddedDatabase(Home home) {
    return EmbeddedDatabase.start(home);
  }

  @Bean
  Database database(Home home, Environment settings, ObjectProvider<EmbeddedDatabase> embedded)
      throws SQLException {
    var own = embedded.getIfAvailable();
    var url =
        own != null
            ? own.url()
            : Objects.requireNonNull(settings.getProperty("spring.datasource.url"));
    var owner =
        own != null
            ? new Login("candour_owner", home.secret("postgres-owner"))
            : new Login(
                Objects.requireNonNull(
                    settings.getProperty("spring.datasource.username"),
                    "Set spring.datasource.username and password to the owner of the database"),
                settings.getProperty("spring.datasource.password", ""));
    var database =
        new Database(
            url, owner, login(home, "app"), login(home, "report"), login(home, "sequencer"));
    ensureRoles(database);
    return database;
  }

  private static Login login(Home home, String name) {
    return new Login("candour_" + name, home.secret("postgres-" + name));
  }

  /** One node at a time: PostgreSQL refuses two who change the same role at once. */
  static void ensureRoles(Database database) throws SQLException {
    var owner = database.owner();
    try (var connection =
            DriverManager.getConnection(database.url(), owner.username(), owner.password());
        var lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("select pg_advisory_xact_lock(hashtextextended('candour.roles', 0))");
      for (var login : new Login[] {database.app(), database.report(), database.sequencer()}) {
        Roles.ensure(connection, login.username(), login.password(), "");
      }
      connection.commit();
    }
  }

  @Bean
  JdbcConnectionDetails applicationConnection(Database database) {
    return database.as(database.app());
  }

  @Bean
  FlywayConnectionDetails ownerConnection(Database database) {
    var details = database.as(database.owner());
    return new FlywayConnectionDetails() {
      @Override
      public String getUsername() {
        return Objects.requireNonNull(details.getUsername());
      }

      @Override
      public String getPassword() {
        return Objects.requireNonNull(details.getPassword());
      }

      @Override
      public String getJdbcUrl() {
        return details.getJdbcUrl();
      }
    };
  }

  /** For the committee's figures: facts without persons. */
  @Bean(destroyMethod = "close", defaultCandidate = false)
  HikariDataSource reportDataSource(Database database) {
    return pool(database, database.report(), 3);
  }

  /** For the log's sequencer. */
  @Bean(destroyMethod = "close", defaultCandidate = false)
  HikariDataSource sequencerDataSource(Database database) {
    return pool(database, database.sequencer(), 2);
  }

  private static HikariDataSource pool(Database database, Login login, int size) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(login.username());
    pool.setPassword(login.password());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setPoolName(login.username());
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }

  @Bean
  @Primary
  ActingTransactionManager transactionManager(DataSource dataSource, Refusals refusals, Days days) {
    return new ActingTransactionManager(dataSource, refusals, days);
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource, Refusals refusals) {
    var template = new JdbcTemplate(dataSource);
    template.setExceptionTranslator(refusals);
    return JdbcClient.create(template);
  }

  /** Sessions belong to nobody who acts: they are read before anybody is known. */
  @Bean(defaultCandidate = false)
  TransactionOperations springSessionTransactionOperations(DataSource dataSource) {
    var operations = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    operations.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return operations;
  }
}
