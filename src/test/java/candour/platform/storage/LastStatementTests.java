package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.LastStatement;
import candour.support.PortalTest;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LastStatementTests {

  private static final String INSERT =
      "insert into platform.throttle (bucket, hour, tries) values (?, timestamptz '2026-11-22', 1)";

  @Autowired LastStatement last;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired PlatformTransactionManager transactions;

  private final byte[] one = Identifiers.randomBytes(32);
  private final byte[] other = Identifiers.randomBytes(32);

  @Test
  void it_goes_with_the_commit_and_at_once_when_another_comes() {
    alone(() -> {
      send(one);
      assertThat(sent(one)).isFalse();
      send(other);
      assertThat(sent(one)).isTrue();
      return assertThat(sent(other)).isFalse();
    });
    assertThat(alone(() -> stored(one) + stored(other))).isEqualTo(2);
  }

  /** Else an entry of the log would speak of rows that came after its fact. */
  @Test
  void it_goes_before_whatever_else_is_asked_of_the_database() {
    alone(() -> {
      send(one);
      assertThat(stored(one)).isOne();
      send(other);
      jdbc.sql("delete from platform.throttle where bucket = ?").param(other).update();
      return assertThat(sent(other)).isFalse();
    });
    assertThat(alone(() -> stored(one))).isOne();
    assertThat(alone(() -> stored(other))).isZero();
  }

  /** A client makes another template for such a question. */
  @Test
  void it_goes_before_a_question_with_settings_of_its_own() {
    alone(() -> {
      send(one);
      jdbc.sql("select 1").withFetchSize(10).query(Integer.class).single();
      return assertThat(sent(one)).isTrue();
    });
  }

  @Test
  void it_does_not_outlive_a_transaction_that_rolls_back() {
    assertThatThrownBy(() ->
            alone(() -> {
              send(one);
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");
    assertThat(alone(() -> stored(one))).isZero();
  }

  @Test
  void it_is_taken_back_with_the_part_of_a_transaction_that_it_belongs_to() {
    alone(() -> {
      send(one);
      var part = new TransactionTemplate(transactions);
      part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
      part.executeWithoutResult(within -> {
        send(other);
        within.setRollbackOnly();
      });
      return true;
    });
    assertThat(alone(() -> stored(one))).isOne();
    assertThat(alone(() -> stored(other))).isZero();
  }

  /** Else there would be a fact without its entry. */
  @Test
  void it_goes_before_whoever_commits_past_the_transaction_manager() {
    alone(() -> {
      send(one);
      try {
        DataSourceUtils.getConnection(dataSource).commit();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return assertThat(sent(one)).isTrue();
    });
  }

  @Test
  void a_transaction_within_does_not_take_it_along() {
    assertThatThrownBy(() ->
            alone(() -> {
              send(one);
              alone(() -> jdbc.sql(INSERT).param(other).update());
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");
    assertThat(alone(() -> stored(one))).isZero();
    assertThat(alone(() -> stored(other))).isOne();
  }

  @Test
  void nothing_is_committed_when_it_is_refused() {
    alone(() -> jdbc.sql(INSERT).param(one).update());
    assertThatThrownBy(() ->
            alone(() -> {
              jdbc.sql(INSERT).param(other).update();
              send(one);
              return true;
            }))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(alone(() -> stored(other))).isZero();
  }

  private void send(byte[] bucket) {
    last.send(INSERT, List.of(bucket));
  }

  /** Whether the database has it, asked past what would send it. */
  private boolean sent(byte[] bucket) {
    try (var statement =
        DataSourceUtils.getConnection(dataSource)
            .getMetaData()
            .getConnection()
            .prepareStatement("select from platform.throttle where bucket = ?")) {
      statement.setBytes(1, bucket);
      return statement.executeQuery().next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long stored(byte[] bucket) {
    return jdbc.sql("select count(*) from platform.throttle where bucket = ?")
        .param(bucket)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** In a transaction of its own, whatever else is going on. */
  private <T extends @Nullable Object> T alone(Supplier<T> work) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return Acting.system().call(() -> transaction.execute(_ -> work.get()));
  }
}
