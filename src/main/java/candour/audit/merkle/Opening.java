package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;

/**
 * What a leaf commits to without saying it. Whoever is given the opening can check it against the
 * leaf; whoever is not learns nothing, because the salt cannot be guessed. Destroying it leaves the
 * log intact.
 *
 * @param salt 32 random bytes, in Base64
 * @param payload canonical JSON
 */
public record Opening(String salt, String payload) {

  private static final int SALT_LENGTH = 32;

  /** What stands before the salt in an opening file, and after it. */
  private static final String SALT = ",\"salt\":\"";

  private static final String END = "\"}";

  public Opening {
    NotProven.unless(Strict.base64(salt).length == SALT_LENGTH, "a salt has 32 bytes");
  }

  /**
   * Seals facts, or the words of a summary; see {@link CanonicalJson#write} for what they may
   * consist of.
   */
  public static Opening seal(Object facts, SecureRandom random) {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return new Opening(Strict.base64(salt), CanonicalJson.write(facts));
  }

  /** {@code HMAC-SHA256(salt, payload)}: what goes into the leaf. */
  public Hash commitment() {
    return Hash.hmac(Strict.base64(salt), payload.getBytes(UTF_8));
  }

  /**
   * The opening file that goes with a {@code .tlog-proof}: one canonical JSON object of leaf,
   * payload and salt.
   *
   * @throws NotProven unless the leaf commits to this opening
   */
  public String file(Leaf leaf) {
    Hash commitment = commitment();
    NotProven.unless(
        commitment.equals(leaf.commit()) || commitment.equals(leaf.summary()),
        "the leaf commits to something else");
    return "{\"leaf\":%s,\"payload\":%s,\"salt\":%s}"
        .formatted(CanonicalJson.write(leaf.text()), payload, CanonicalJson.write(salt));
  }

  /**
   * Reads the opening file of a leaf.
   *
   * @throws NotProven unless that leaf commits to it
   */
  public static Opening parse(String file, Leaf leaf) {
    String start = "{\"leaf\":%s,\"payload\":".formatted(CanonicalJson.write(leaf.text()));
    int payloadEnd = file.lastIndexOf(SALT);
    int saltStart = payloadEnd + SALT.length();
    int saltEnd = file.length() - END.length();
    NotProven.unless(
        file.startsWith(start)
            && start.length() < payloadEnd
            && saltStart < saltEnd
            && file.endsWith(END),
        "the opening is not that of this leaf");
    Opening opening =
        new Opening(file.substring(saltStart, saltEnd), file.substring(start.length(), payloadEnd));
    NotProven.unless(opening.file(leaf).equals(file), "the opening is not that of this leaf");
    return opening;
  }
}
