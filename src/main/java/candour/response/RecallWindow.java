package candour.response;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a released pack can be recalled before it leaves and the person is told: at most a day,
 * since the time to answer runs on.
 */
@ConfigurationProperties("candour.response")
record RecallWindow(@DefaultValue("30m") Duration recallWindow) {

  RecallWindow {
    if (recallWindow.isNegative() || recallWindow.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "candour.response.recall-window is up to a day, not " + recallWindow);
    }
  }
}
