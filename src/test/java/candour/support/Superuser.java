package candour.support;

import candour.platform.Home;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Who may do anything to the embedded database; here nothing of it remains. */
@Component
public class Superuser {

  private final Home home;
  private final HikariDataSource pool;

  Superuser(Home home, @Qualifier("sequencerDataSource") HikariDataSource pool) {
    this.home = home;
    this.pool = pool;
  }

  /** Does the work in one transaction, which is undone. */
  public <T> T undone(Function<JdbcClient, T> work) {
    var database =
        new SingleConnectionDataSource(
            pool.getJdbcUrl(), "postgres", home.secret("postgres-superuser"), true);
    database.setAutoCommit(false);
    try (var connection = database.getConnection()) {
      try {
        return work.apply(JdbcClient.create(database));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      database.destroy();
    }
  }
}
