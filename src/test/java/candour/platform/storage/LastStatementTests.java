package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.LastStatement;
import candour.support.PortalTest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LastStatementTests {

  private static final String INSERT =
      "insert into platform.throttle (bucket, hour, tries) values (?, timestamptz '2026-11-22', 1)";

  @Autowired LastStatement last;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final byte[] one = Identifiers.randomBytes(32);
  private final byte[] other = Identifiers.randomBytes(32);

  @Test
  void it_goes_with_the_commit_and_at_once_when_another_comes() {
    alone(() -> {
      send(one);
      assertThat(stored(one)).isZero();
      send(other);
      assertThat(stored(one)).isOne();
      return assertThat(stored(other)).isZero();
    });
    assertThat(alone(() -> stored(one) + stored(other))).isEqualTo(2);
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
