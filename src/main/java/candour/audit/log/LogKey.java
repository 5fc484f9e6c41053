package candour.audit.log;

import candour.audit.merkle.SigningKey;
import candour.audit.merkle.VerifierKey;
import candour.platform.Home;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The log's own key (Ed25519), made at the first start and kept outside the database. */
@Component
class LogKey {

  private final SigningKey key;

  LogKey(Home home, @Value("${candour.log.origin}") String origin) {
    this.key = read(home.secret("log-key", () -> write(SigningKey.generate(origin))));
    if (!key.verifier().name().equals(origin)) {
      throw new IllegalStateException(
          "The log's key is that of %s, but candour.log.origin is %s. A log keeps its name; give a new log a new home."
              .formatted(key.verifier().name(), origin));
    }
  }

  SigningKey signing() {
    return key;
  }

  VerifierKey verifier() {
    return key.verifier();
  }

  private static String write(SigningKey key) {
    return key.verifier().vkey() + "\n" + Base64.getEncoder().encodeToString(key.pkcs8());
  }

  private static SigningKey read(String stored) {
    var lines = stored.lines().toList();
    return SigningKey.of(
        VerifierKey.parse(lines.getFirst()), Base64.getDecoder().decode(lines.getLast()));
  }
}
