package candour.audit.log;

import candour.platform.Acting;
import candour.platform.Days;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides on which checkpoint answers may rest: one that enough witnesses have cosigned or, since
 * the statutory clock does not wait for them, one that they have left alone for too long. The
 * latter is an alarm and an entry of the log.
 */
@Component
class Vouching {

  private static final Logger LOG = LoggerFactory.getLogger(Vouching.class);

  private final Cosignatures cosignatures;
  private final Witnesses witnesses;
  private final Days days;
  private final ApplicationEventPublisher facts;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Vouching(
      Cosignatures cosignatures,
      Witnesses witnesses,
      Days days,
      ApplicationEventPublisher facts,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.cosignatures = cosignatures;
    this.witnesses = witnesses;
    this.days = days;
    this.facts = facts;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  void settle() {
    cosignatures.vouch();
    if (witnesses.quorum() == 0) {
      return;
    }
    cosignatures
        .overdue(days.now().minus(witnesses.patience()))
        .ifPresent(size -> {
          LOG.error(
              "ALARM: too few witnesses have cosigned {} entries of the decision log within {}; answers go out without them",
              size,
              witnesses.patience());
          cosignatures.vouchWithout(size, logged(size));
        });
  }

  /** The entry of the exception, which is there once its transaction is over. */
  private UUID logged(long size) {
    within(() -> {
      facts.publishEvent(new WitnessMissed(size, witnesses.quorum()));
      return size;
    });
    return within(() ->
        jdbc.sql(
                """
                select entry_id from audit.entry where class = 'log.witness-missed'
                order by recorded_at desc limit 1
                """)
            .query((row, _) -> row.getObject(1, UUID.class))
            .single());
  }

  private <T> T within(Supplier<T> work) {
    return Acting.system().call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
  }
}
