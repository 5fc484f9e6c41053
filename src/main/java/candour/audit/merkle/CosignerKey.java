package candour.audit.merkle;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The public key of somebody who vouches for checkpoints: a witness, or a log beside its first key.
 * Its text form is a vkey like that of a {@link VerifierKey}, of another type.
 *
 * @param raw the public key as its standard writes it, in Base64
 */
public record CosignerKey(String name, CosignatureScheme scheme, String raw) {

  /** The latest time that a cosignature can have: larger ones are no times (tlog-cosignature). */
  private static final long LATEST = Instant.MAX.getEpochSecond();

  /**
   * What a cosigner said of a checkpoint.
   *
   * @param at by the cosigner's own clock, in whole seconds; 1970 if it named no time
   */
  public record Cosignature(SignedNote.Line line, Instant at) {}

  public CosignerKey {
    NotProven.unless(VerifierKey.validName(name), "not the name of a key: " + name);
    NotProven.unless(
        Strict.base64(raw).length == scheme.algorithm.keyLength,
        "a key of " + scheme.algorithm.javaName + " has " + scheme.algorithm.keyLength + " bytes");
  }

  static CosignerKey of(String name, CosignatureScheme scheme, PublicKey key) {
    return new CosignerKey(name, scheme, Strict.base64(scheme.algorithm.raw(key)));
  }

  /** Reads a vkey of type 0x04 or 0x06; one whose id does not follow from the rest is refused. */
  public static CosignerKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    NotProven.unless(parts.length == 3, "a vkey is name+id+key");
    byte[] typed = Strict.base64(parts[2]);
    NotProven.unless(typed.length > 0, "the vkey has no key");
    byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
    CosignerKey key = new CosignerKey(parts[0], scheme(typed[0]), Strict.base64(raw));
    NotProven.unless(key.vkey().equals(vkey), "the id of the vkey is not that of its key");
    return key;
  }

  private static CosignatureScheme scheme(byte type) {
    return Arrays.stream(CosignatureScheme.values())
        .filter(scheme -> scheme.type == type)
        .findFirst()
        .orElseThrow(() -> new NotProven("not the vkey of a witness: its type is " + type));
  }

  public String vkey() {
    return VerifierKey.vkey(name, typed());
  }

  int id() {
    return VerifierKey.id(name, typed());
  }

  private byte[] typed() {
    return VerifierKey.join(new byte[] {scheme.type}, Strict.base64(raw));
  }

  /**
   * Finds this key's cosignature under a checkpoint; of several the latest, while lines of unknown
   * keys are ignored.
   *
   * @throws NotProven if the key has not cosigned, or a line in its name is false
   */
  public Cosignature verify(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    return note.lines().stream()
        .filter(line -> line.isBy(name, id()))
        .map(line -> verify(line, checkpoint))
        .max(Comparator.comparing(Cosignature::at))
        .orElseThrow(() -> new NotProven("the checkpoint is not cosigned by " + name));
  }

  /** Whether a line of the note claims to be of this key. */
  public boolean signed(SignedNote note) {
    return note.lines().stream().anyMatch(line -> line.isBy(name, id()));
  }

  private Cosignature verify(SignedNote.Line line, Checkpoint checkpoint) {
    ByteBuffer timestamped = ByteBuffer.wrap(line.bytes());
    NotProven.unless(
        timestamped.remaining() == Long.BYTES + scheme.algorithm.signatureLength,
        "the cosignature of " + name + " has the wrong length");
    long time = timestamped.getLong();
    NotProven.unless(time >= 0 && time <= LATEST, "the cosignature of " + name + " has no time");
    byte[] signature = new byte[scheme.algorithm.signatureLength];
    timestamped.get(signature);
    NotProven.unless(
        verifies(scheme.message(name, time, checkpoint), signature),
        "the cosignature of " + name + " is false");
    return new Cosignature(line, Instant.ofEpochSecond(time));
  }

  boolean verifies(byte[] message, byte[] signature) {
    return scheme.algorithm.verifies(Strict.base64(raw), message, signature);
  }
}
