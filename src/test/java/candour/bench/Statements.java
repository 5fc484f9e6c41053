package candour.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Overhears the statements of a page, with their values; in no way between while rounds run. */
@Component
@Profile("bench")
class Statements implements BeanPostProcessor {

  private volatile @Nullable Set<String> heard;

  /**
   * The statements that ran meanwhile, each once, without those about the session and the actor.
   */
  List<String> during(Runnable work) {
    var all = Collections.synchronizedSet(new LinkedHashSet<String>());
    heard = all;
    try {
      work.run();
    } finally {
      heard = null;
    }
    return all.stream()
        .filter(sql -> !sql.contains("set_config(") && !sql.contains("spring_session"))
        .toList();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return name.equals("dataSource") && bean instanceof DataSource source
        ? new Overheard(source)
        : bean;
  }

  private final class Overheard extends DelegatingDataSource {

    Overheard(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      var listener = heard;
      return listener == null
          ? connection
          : around(Connection.class, connection, result -> listening(result, listener));
    }
  }

  private static Object listening(Object result, Set<String> listener) {
    return result instanceof PreparedStatement statement
        ? around(
            PreparedStatement.class,
            statement,
            UnaryOperator.identity(),
            () -> listener.add(sql(statement)))
        : result;
  }

  /** The driver writes its values into what it shows; the pool says first what it wraps. */
  private static String sql(PreparedStatement statement) {
    var shown = statement.toString();
    var wrapped = shown.indexOf(" wrapping ");
    return wrapped < 0 ? shown : shown.substring(wrapped + " wrapping ".length());
  }

  private static <T> T around(Class<T> type, T target, UnaryOperator<Object> result) {
    return around(type, target, result, () -> {});
  }

  private static <T> T around(
      Class<T> type, T target, UnaryOperator<Object> result, Runnable beforeExecution) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            beforeExecution.run();
          }
          var returned = call(target, method, arguments);
          return returned == null ? null : result.apply(returned);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
