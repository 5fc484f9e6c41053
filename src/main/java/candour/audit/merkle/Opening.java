package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;

/**
 * What a leaf commits to without saying it. Whoever is given the opening can check it against the
 * leaf; whoever is not learns nothing, because the salt cannot be guessed. Destroying it leaves the
 * log intact.
 */
public final class Opening {

  /** What stands before the salt in an opening file, and after it. */
  private static final String SALT = ",\"salt\":\"";

  private static final String END = "\"}";

  private final Salt salt;
  private final String payload;
  private final Hash commitment;

  private Opening(Salt salt, String payload) {
    this.salt = salt;
    this.payload = payload;
    this.commitment = salt.commit(payload.getBytes(UTF_8));
  }

  /**
   * What was sealed.
   *
   * @param salt 32 random bytes, in Base64
   * @param payload canonical JSON
   */
  Opening(String salt, String payload) {
    this(Salt.parse(salt), payload);
  }

  /**
   * Seals facts, or the words of a summary; see {@link CanonicalJson#write} for what they may
   * consist of.
   */
  public static Opening seal(Object facts, SecureRandom random) {
    return new Opening(Salt.fresh(random), CanonicalJson.write(facts));
  }

  /**
   * Takes up again what was {@link #kept}.
   *
   * @throws NotProven if nothing could have been kept so
   */
  public static Opening of(String kept) {
    NotProven.unless(kept.length() > Salt.TEXT_LENGTH, "not an opening");
    return new Opening(kept.substring(0, Salt.TEXT_LENGTH), kept.substring(Salt.TEXT_LENGTH));
  }

  /** Salt and payload, to be kept where the leaf is: what {@link #file} says but for the leaf. */
  public String kept() {
    return salt + payload;
  }

  /** {@code HMAC-SHA256(salt, payload)}: what goes into the leaf. */
  public Hash commitment() {
    return commitment;
  }

  /** In Base64. */
  String salt() {
    return salt.toString();
  }

  /** Canonical JSON. */
  public String payload() {
    return payload;
  }

  /**
   * The opening file that goes with a {@code .tlog-proof}: one canonical JSON object of leaf,
   * payload and salt.
   *
   * @throws NotProven unless the leaf commits to this opening
   */
  public String file(Leaf leaf) {
    NotProven.unless(
        commitment.equals(leaf.commit()) || commitment.equals(leaf.summary()),
        "the leaf commits to something else");
    return start(leaf) + payload + SALT + salt + END;
  }

  /**
   * Reads the opening file of a leaf.
   *
   * @throws NotProven unless that leaf commits to it
   */
  public static Opening parse(String file, Leaf leaf) {
    String start = start(leaf);
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

  private static String start(Leaf leaf) {
    return "{\"leaf\":" + CanonicalJson.write(leaf.text()) + ",\"payload\":";
  }
}
