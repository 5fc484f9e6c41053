package candour.audit.log;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignerKey;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.VerifierKey;
import candour.platform.Days;
import candour.platform.Home;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The log's own keys, made at the first start and kept outside the database: Ed25519, which every
 * program for such logs understands, and beside it ML-DSA-44, which outlasts quantum computers
 * (c2sp.org/tlog-cosignature). They rotate: a new pair signs from its day on, and the one before it
 * signs as well for a while, so that whoever knows the old one learns the new one from checkpoints
 * that both have signed. Of logs that ended, what they signed can still be read.
 */
@Component
class LogKey {

  private final Turns own;
  private final List<Turns> ended;
  private final Days days;

  LogKey(Home home, Lineage lineage, KeySettings settings, Days days) {
    var before = lineage.predecessors();
    this.ended =
        IntStream.range(0, before.size())
            .mapToObj(i -> Turns.ended(home, Lineage.files(i), before.get(i), settings))
            .toList();
    this.own = Turns.of(home, lineage.files(), lineage.origin(), settings);
    this.days = days;
  }

  /** Every pair that there was, is and is announced, the first one first. */
  List<Turn> turns() {
    return own.all();
  }

  /** The logs that ended before, the first one first. */
  List<Turns> ended() {
    return ended;
  }

  /** See {@link Turns#sign}. */
  SignedNote sign(Checkpoint checkpoint, Instant now) {
    return own.sign(checkpoint, now);
  }

  /** See {@link Turns#isCosigned}. */
  boolean isCosigned(SignedNote note, Instant now) {
    return own.isCosigned(note, now);
  }

  /** The newest Ed25519 key that has begun. */
  SigningKey signing() {
    return now().signing();
  }

  VerifierKey verifier() {
    return now().verifier();
  }

  /** The ML-DSA-44 key beside it. */
  CosignerKey second() {
    return now().second();
  }

  private Turn now() {
    return own.on(days.today());
  }

  /** Reads what a key of this log or of one before it has signed, whenever that was. */
  Checkpoint open(SignedNote note) {
    return signer(note).open(note);
  }

  /**
   * Reads a checkpoint that was signed at that time.
   *
   * @throws NotProven unless a key has signed it whose day it was: a retired one does not count
   */
  Checkpoint open(SignedNote note, Instant signedAt) {
    return signer(note).open(note, signedAt);
  }

  private Turns signer(SignedNote note) {
    var origin = Checkpoint.parse(note.text()).origin();
    return ended.stream().filter(log -> log.origin().equals(origin)).findFirst().orElse(own);
  }

  boolean isOwn(Checkpoint checkpoint) {
    return checkpoint.origin().equals(own.origin());
  }

  /** How many logs ended before the one that signed this. */
  int generation(Checkpoint checkpoint) {
    var before = ended.stream().map(Turns::origin).toList().indexOf(checkpoint.origin());
    return before < 0 ? ended.size() : before;
  }
}
