package candour.platform.storage;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.LastStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database in each transaction who acts, for its row-level security, and on which day;
 * without anybody no transaction begins. What is to be said last goes with the commit.
 */
class ActingTransactionManager extends JdbcTransactionManager implements LastStatement {

  private static final String ACTING =
      """
      select set_config('candour.role', ?, true), set_config('candour.id', ?, true),
        set_config('candour.key', ?, true), set_config('candour.asker', ?, true), set_config('candour.today', ?, true)
      """;

  private final Days days;

  ActingTransactionManager(DataSource dataSource, Refusals refusals, Days days) {
    super(new Lasting.Source(dataSource));
    this.days = days;
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
      tell(holder(transaction).getConnection(), acting);
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("The database could not be told who acts", e);
    }
  }

  private void tell(Connection connection, Acting acting) throws SQLException {
    try (var statement = connection.prepareStatement(ACTING)) {
      statement.setString(1, acting.role().name());
      statement.setString(2, Objects.toString(acting.id(), ""));
      statement.setString(3, Objects.toString(acting.key(), ""));
      statement.setString(4, Objects.toString(acting.asker(), ""));
      statement.setString(5, days.today().toString());
      statement.execute();
    }
  }

  @Override
  public void send(String sql, List<? extends @Nullable Object> values) {
    var holder =
        (ConnectionHolder)
            Objects.requireNonNull(
                TransactionSynchronizationManager.getResource(obtainDataSource()),
                "there is no transaction");
    try {
      Lasting.of(holder.getConnection()).keep(sql, values);
    } catch (SQLException e) {
      throw translateException("Last statement of the transaction", e);
    }
  }

  /** The driver knows that the transaction is over when the last statement has ended it. */
  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    try {
      Lasting.of(holder(status.getTransaction()).getConnection()).send("; commit");
    } catch (SQLException e) {
      throw translateException("Last statement of the transaction", e);
    }
    super.doCommit(status);
  }

  private static ConnectionHolder holder(Object transaction) {
    return ((JdbcTransactionObjectSupport) transaction).getConnectionHolder();
  }
}
