package candour.audit.log;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who outside vouches for the log; without anybody the log's own signature suffices.
 *
 * @param witnesses as in c2sp.org/tlog-policy, at most 12
 * @param quorum how many of them must have cosigned before an answer may rest on a checkpoint: any,
 *     all, none, or a number
 * @param patience how long an answer waits for them, counted from the log's own signature
 */
@ConfigurationProperties("candour.log")
record WitnessSettings(
    @DefaultValue List<Configured> witnesses,
    @DefaultValue("any") String quorum,
    @DefaultValue("24h") Duration patience) {

  /**
   * One witness.
   *
   * @param name for people, such as Clerk of the Committee
   * @param vkey of type 0x04 or 0x06, as the witness program prints it
   * @param url where {@code add-checkpoint} is asked; none if requests are carried by hand
   */
  record Configured(String name, String vkey, @Nullable URI url) {}
}
