package candour.platform;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows guessing: counts tries by the hour, under keyed hashes, so that the table tells nobody who
 * tried what.
 */
@Component
public class Throttle {

  private final JdbcClient jdbc;
  private final Seals seals;
  private final Days days;
  private final TransactionTemplate transaction;

  Throttle(JdbcClient jdbc, Seals seals, Days days, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Counts a try and says whether it is still within the limit of this clock hour. The count stands
   * even if the caller has no transaction or nobody acts; in a transaction it goes with it.
   *
   * @param kind what is tried, such as {@code sign-in}
   * @param key by whom or on what, such as a username or an address; kept as a hash only
   */
  public boolean allows(String kind, String key, int perHour) {
    return Acting.system()
        .call(() -> Boolean.TRUE.equals(transaction.execute(_ -> count(kind, key) <= perHour)));
  }

  /** Takes one counted try back, because it was no guess. */
  public void forgive(String kind, String key) {
    Acting.system()
        .run(() ->
            transaction.executeWithoutResult(_ ->
                jdbc.sql(
                        """
                        update platform.throttle set tries = tries - 1
                        where bucket = :bucket and hour = :hour and tries > 0
                        """)
                    .param("bucket", bucket(kind, key))
                    .param("hour", hour())
                    .update()));
  }

  private int count(String kind, String key) {
    int tries =
        jdbc.sql(
                """
                insert into platform.throttle as t (bucket, hour, tries) values (:bucket, :hour, 1)
                on conflict (bucket, hour) do update set tries = t.tries + 1 returning tries
                """)
            .param("bucket", bucket(kind, key))
            .param("hour", hour())
            .query(Integer.class)
            .single();
    if (tries == 1) {
      jdbc.sql("delete from platform.throttle where hour < :hour::timestamptz - interval '1 day'")
          .param("hour", hour())
          .update();
    }
    return tries;
  }

  private byte[] bucket(String kind, String key) {
    return seals.keyedHash("throttle " + kind, key);
  }

  private Timestamp hour() {
    return Timestamp.from(days.now().truncatedTo(ChronoUnit.HOURS));
  }
}
