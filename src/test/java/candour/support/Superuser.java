package candour.support;

import candour.platform.Home;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Who may do anything to the embedded database; nothing of it remains but counted rows, and what is
 * done for good.
 */
@Component
public class Superuser {

  private final Home home;
  private final HikariDataSource pool;

  Superuser(Home home, @Qualifier("sequencerDataSource") HikariDataSource pool) {
    this.home = home;
    this.pool = pool;
  }

  /**
   * Counts the rows of these tables, as autovacuum does once a minute: no session goes on with a
   * plan that it made when they were small.
   */
  public void analyze(String... tables) {
    done("analyze " + String.join(", ", tables));
  }

  /** Does it for good; whoever asks undoes it. */
  public void done(String statement) {
    var database = database();
    try {
      JdbcClient.create(database).sql(statement).update();
    } finally {
      database.destroy();
    }
  }

  /** Does the work in one transaction, which is undone. */
  public <T> T undone(Function<JdbcClient, T> work) {
    var database = database();
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

  private SingleConnectionDataSource database() {
    return new SingleConnectionDataSource(
        pool.getJdbcUrl(), "postgres", home.secret("postgres-superuser"), true);
  }
}
