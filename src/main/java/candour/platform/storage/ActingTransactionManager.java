package candour.platform.storage;

import candour.platform.Acting;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database in each transaction who acts, for its row-level security; without anybody no
 * transaction begins.
 */
class ActingTransactionManager extends JdbcTransactionManager {

  private static final String ACTING =
      "select set_config('candour.role', ?, true), set_config('candour.id', ?, true), set_config('candour.key', ?, true)";

  ActingTransactionManager(DataSource dataSource, Refusals refusals) {
    super(dataSource);
    setExceptionTranslator(refusals);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    var acting = Acting.current();
    if (acting == null) {
      throw new CannotCreateTransactionException("Nobody acts in this transaction");
    }
    super.doBegin(transaction, definition);
    try {
      tell(
          ((JdbcTransactionObjectSupport) transaction).getConnectionHolder().getConnection(),
          acting);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("The database could not be told who acts", e);
    }
  }

  private static void tell(Connection connection, Acting acting) throws SQLException {
    try (var statement = connection.prepareStatement(ACTING)) {
      statement.setString(1, acting.role().name());
      statement.setString(2, acting.id() == null ? "" : acting.id().toString());
      statement.setString(3, acting.key() == null ? "" : acting.key().toString());
      statement.execute();
    }
  }
}
