package candour.audit.log;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosignerKey;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.VerifierKey;
import candour.platform.Days;
import candour.platform.Home;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The log's own keys, made at the first start and kept outside the database: Ed25519, which every
 * program for such logs understands, and beside it ML-DSA-44, which outlasts quantum computers
 * (c2sp.org/tlog-cosignature). The first kind rotates: a new key signs from its day on, and the one
 * before it signs as well for a while, so that whoever knows the old one learns the new one from
 * checkpoints that both have signed.
 */
@Component
class LogKey {

  private final List<Turn> turns;
  private final CosigningKey second;
  private final Days days;

  LogKey(
      Home home, @Value("${candour.log.origin}") String origin, KeySettings settings, Days days) {
    this.turns = turns(home, origin, settings);
    this.second =
        readSecond(
            home.secret(
                "log-key-ml-dsa-44",
                () -> write(CosigningKey.generate(origin, CosignatureScheme.ML_DSA_44))));
    this.days = days;
    for (var turn : turns) {
      if (!turn.verifier().name().equals(origin)) {
        throw new IllegalStateException(
            "The log's key is that of %s, but candour.log.origin is %s. A log keeps its name; give a new log a new home."
                .formatted(turn.verifier().name(), origin));
      }
    }
  }

  private static List<Turn> turns(Home home, String origin, KeySettings settings) {
    var begin = settings.rotations();
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= begin.size(); i++) {
      var from = i == 0 ? null : begin.get(i - 1);
      var until = i == begin.size() ? null : begin.get(i).plus(settings.keyOverlap());
      require(i < 2 || begin.get(i - 1).isAfter(begin.get(i - 2)), "the days are in their order");
      require(from == null || until == null || until.isAfter(from), "a key ends after it began");
      var name = i == 0 ? "log-key" : "log-key-" + (i + 1);
      turns.add(read(home.secret(name, () -> write(SigningKey.generate(origin))), from, until));
    }
    return List.copyOf(turns);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("candour.log.rotations: " + otherwise);
    }
  }

  CosignerKey second() {
    return second.cosigner();
  }

  /** Every key that there was, is and is announced, the first one first. */
  List<Turn> turns() {
    return turns;
  }

  /**
   * The checkpoint with every signature of that day: the newest key's first, and last the one that
   * names a time.
   */
  SignedNote sign(Checkpoint checkpoint, Instant now) {
    var today = Days.of(now);
    var signing = turns.reversed().stream().filter(turn -> turn.signsOn(today)).map(LogKey::secret);
    var lines = signing.flatMap(key -> checkpoint.sign(key).lines().stream());
    var all = Stream.concat(lines, Stream.of(second.cosign(checkpoint, now)));
    return new SignedNote(checkpoint.text(), all.toList());
  }

  private static SigningKey secret(Turn turn) {
    return Objects.requireNonNull(
        turn.secret(), "the secret of " + turn.verifier().vkey() + " is still needed");
  }

  /** The newest key that has begun. */
  SigningKey signing() {
    return secret(now());
  }

  VerifierKey verifier() {
    return now().verifier();
  }

  private Turn now() {
    var today = days.today();
    return turns.reversed().stream()
        .filter(turn -> turn.hasBegunOn(today))
        .findFirst()
        .orElseThrow();
  }

  /** Reads what one of the log's keys has signed, whenever that was. */
  Checkpoint open(SignedNote note) {
    return open(note, turns);
  }

  /**
   * Reads a checkpoint that was signed at that time.
   *
   * @throws NotProven unless a key has signed it whose day it was: a retired one does not count
   */
  Checkpoint open(SignedNote note, Instant signedAt) {
    LocalDate day = Days.of(signedAt);
    return open(note, turns.stream().filter(turn -> turn.signsOn(day)).toList());
  }

  private static Checkpoint open(SignedNote note, List<Turn> by) {
    for (var turn : by.subList(0, by.size() - 1).reversed()) {
      try {
        return Checkpoint.open(note, turn.verifier());
      } catch (NotProven _) {
        // another key may have
      }
    }
    return Checkpoint.open(note, by.getLast().verifier());
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

  private static Turn read(String stored, @Nullable LocalDate from, @Nullable LocalDate until) {
    var lines = stored.lines().toList();
    var verifier = VerifierKey.parse(lines.getFirst());
    var secret =
        lines.size() == 1
            ? null
            : SigningKey.of(verifier, Base64.getDecoder().decode(lines.getLast()));
    return new Turn(verifier, secret, from, until);
  }
}
