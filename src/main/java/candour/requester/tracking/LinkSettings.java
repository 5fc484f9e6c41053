package candour.requester.tracking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a mailed link works: 10 to 30 minutes, long enough to find the mail and short enough for
 * a mailbox that others read.
 */
@ConfigurationProperties("candour.links")
record LinkSettings(@DefaultValue("30m") Duration life) {

  LinkSettings {
    if (life.compareTo(Duration.ofMinutes(10)) < 0 || life.compareTo(Duration.ofMinutes(30)) > 0) {
      throw new IllegalArgumentException("candour.links.life is 10 to 30 minutes, not " + life);
    }
  }
}
