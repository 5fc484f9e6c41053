package candour.audit.log;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosignerKey;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.VerifierKey;
import candour.platform.Home;
import java.time.Instant;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The log's own two keys, made at the first start and kept outside the database: Ed25519, which
 * every program for such logs understands, and beside it ML-DSA-44, which outlasts quantum
 * computers (c2sp.org/tlog-cosignature).
 */
@Component
class LogKey {

  private final SigningKey key;
  private final CosigningKey second;

  LogKey(Home home, @Value("${candour.log.origin}") String origin) {
    this.key = read(home.secret("log-key", () -> write(SigningKey.generate(origin))));
    this.second =
        readSecond(
            home.secret(
                "log-key-ml-dsa-44",
                () -> write(CosigningKey.generate(origin, CosignatureScheme.ML_DSA_44))));
    if (!key.verifier().name().equals(origin)) {
      throw new IllegalStateException(
          "The log's key is that of %s, but candour.log.origin is %s. A log keeps its name; give a new log a new home."
              .formatted(key.verifier().name(), origin));
    }
  }

  CosignerKey second() {
    return second.cosigner();
  }

  /** The checkpoint with both signatures, the first of which names no time. */
  SignedNote sign(Checkpoint checkpoint, Instant now) {
    return checkpoint.sign(key).with(second.cosign(checkpoint, now));
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

  private static String write(CosigningKey key) {
    return key.cosigner().vkey() + "\n" + Base64.getEncoder().encodeToString(key.pkcs8());
  }

  private static CosigningKey readSecond(String stored) {
    var lines = stored.lines().toList();
    return CosigningKey.of(
        CosignerKey.parse(lines.getFirst()), Base64.getDecoder().decode(lines.getLast()));
  }

  private static SigningKey read(String stored) {
    var lines = stored.lines().toList();
    return SigningKey.of(
        VerifierKey.parse(lines.getFirst()), Base64.getDecoder().decode(lines.getLast()));
  }
}
