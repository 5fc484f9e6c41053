package candour.platform.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connection of one transaction, with what is to be its last statement. Whoever makes another
 * statement, by whatever template, or commits, sends that first; whoever rolls back takes it back.
 */
final class Lasting implements InvocationHandler {

  private record Last(String sql, List<? extends @Nullable Object> values) {}

  /** Of a connection: what makes a statement or a savepoint, or commits. */
  private static final Set<String> SENDS_FIRST =
      Set.of("createStatement", "prepareStatement", "prepareCall", "setSavepoint", "commit");

  private final Connection connection;
  private @Nullable Last last;

  private Lasting(Connection connection) {
    this.connection = connection;
  }

  /** Where transactions have their connections from. Their resource is known by the pool itself. */
  static final class Source extends DelegatingDataSource implements InfrastructureProxy {

    Source(DataSource pool) {
      super(pool);
    }

    @Override
    public Object getWrappedObject() {
      return Objects.requireNonNull(getTargetDataSource());
    }

    @Override
    public Connection getConnection() throws SQLException {
      return (Connection)
          Proxy.newProxyInstance(
              Lasting.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              new Lasting(super.getConnection()));
    }
  }

  static Lasting of(Connection connection) {
    return (Lasting) Proxy.getInvocationHandler(connection);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (SENDS_FIRST.contains(method.getName())) {
      send("");
    } else if (method.getName().equals("rollback")) {
      last = null;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** Sends what was to be the last, and keeps this for later instead. */
  void keep(String sql, List<? extends @Nullable Object> values) throws SQLException {
    send("");
    last = new Last(sql, values);
  }

  /** Sends what is to be the last, if anything is, with the words that end it. */
  void send(String ending) throws SQLException {
    var sent = last;
    last = null;
    if (sent != null) {
      try (var statement = connection.prepareStatement(sent.sql() + ending)) {
        for (var i = 0; i < sent.values().size(); i++) {
          statement.setObject(i + 1, sent.values().get(i));
        }
        statement.execute();
      }
    }
  }
}
