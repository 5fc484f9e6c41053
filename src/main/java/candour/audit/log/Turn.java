package candour.audit.log;

import candour.audit.merkle.CosignerKey;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.VerifierKey;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the pairs of keys that a log signs with in turn. Days are London's.
 *
 * @param second its ML-DSA-44 key
 * @param secret null, as that of the second is, once it was taken away, which it may be when its
 *     days are over
 * @param from its first day; null for the pair that the log began with
 * @param until its last day; null while no other follows
 */
record Turn(
    VerifierKey verifier,
    @Nullable SigningKey secret,
    CosignerKey second,
    @Nullable CosigningKey secondSecret,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  /** Reads keys as {@link #write} writes them, or their first lines alone. */
  static Turn read(
      String stored, String second, @Nullable LocalDate from, @Nullable LocalDate until) {
    var verifier = VerifierKey.parse(stored.lines().toList().getFirst());
    var cosigner = CosignerKey.parse(second.lines().toList().getFirst());
    var secret = secret(stored);
    var secondSecret = secret(second);
    return new Turn(
        verifier,
        secret == null ? null : SigningKey.of(verifier, secret),
        cosigner,
        secondSecret == null ? null : CosigningKey.of(cosigner, secondSecret),
        from,
        until);
  }

  private static byte @Nullable [] secret(String stored) {
    List<String> lines = stored.lines().toList();
    return lines.size() == 1 ? null : Base64.getDecoder().decode(lines.getLast());
  }

  static String write(SigningKey key) {
    return write(key.verifier().vkey(), key.pkcs8());
  }

  static String write(CosigningKey key) {
    return write(key.cosigner().vkey(), key.pkcs8());
  }

  private static String write(String vkey, byte[] pkcs8) {
    return vkey + "\n" + Base64.getEncoder().encodeToString(pkcs8);
  }

  SigningKey signing() {
    return Objects.requireNonNull(secret, "the secret of " + verifier.vkey() + " is still needed");
  }

  CosigningKey cosigning() {
    return Objects.requireNonNull(
        secondSecret, "the secret of " + second.vkey() + " is still needed");
  }

  boolean hasBegunOn(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  boolean signsOn(LocalDate day) {
    return hasBegunOn(day) && (until == null || !day.isAfter(until));
  }

  /** As a policy says it beside the keys. */
  String days() {
    return (from == null ? "from the beginning" : "from " + from)
        + (until == null ? "" : " until " + until);
  }
}
