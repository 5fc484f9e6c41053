package candour.audit.log;

import candour.audit.log.Places.Integrated;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SecondOpinion;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.Tree;
import candour.platform.Days;
import org.springframework.stereotype.Component;

/**
 * Signs what was integrated, after its entries were read again by a second way of computing, and
 * never a tree that does not extend the last signed one (c2sp.org/tlog-tiles).
 */
@Component
class Signer {

  /**
   * Up to this many entries, all are read again each time; beyond, those since the last signature.
   */
  private static final long SMALL = 10_000;

  private final Places places;
  private final LogKey key;
  private final KeptCheckpoint kept;
  private final Days days;

  Signer(Places places, LogKey key, KeptCheckpoint kept, Days days) {
    this.places = places;
    this.key = key;
    this.kept = kept;
    this.days = days;
  }

  /**
   * Signs the next tree that is not signed yet. Signing again after a crash gives the same bytes.
   *
   * @return whether there was one
   * @throws NotProven if it may not be signed
   */
  boolean signNext() {
    return places.alone(() -> places.unsigned().map(this::sign).isPresent()).orElse(false);
  }

  private long sign(Integrated integrated) {
    var signed = requireExtension(integrated);
    var tree = integrated.tree();
    var root =
        tree.size() <= SMALL
            ? SecondOpinion.confirm(tree)
            : SecondOpinion.confirm(tree, signed.size(), signed.root());
    var note = note(new Checkpoint(key.verifier().name(), tree.size(), root));
    kept.write(note);
    places.sign(tree.size(), note);
    return tree.size();
  }

  /** Both signatures; after a crash those that were kept before it, since the second has a time. */
  private SignedNote note(Checkpoint checkpoint) {
    return kept.read()
        .filter(note -> note.text().equals(checkpoint.text()) && key.isCosigned(note, days.now()))
        .orElseGet(() -> key.sign(checkpoint, days.now()));
  }

  /**
   * Compares a tree with the last signed one, as kept outside the database or, where that file is
   * missing, as published.
   *
   * @return the last signed checkpoint
   */
  Checkpoint requireExtension(Integrated integrated) {
    var signed = lastSigned();
    requireExtension(integrated, signed);
    return signed;
  }

  /** Compares a tree with one that was signed. */
  static void requireExtension(Integrated integrated, Checkpoint signed) {
    var tree = integrated.tree();
    if (!tree.root().equals(integrated.root())) {
      throw new NotProven("the tiles are not those that were integrated");
    }
    if (signed.size() > tree.size()) {
      throw new NotProven(
          "%d entries have been signed, but the database has only %d"
              .formatted(signed.size(), tree.size()));
    }
    if (signed.size() > 0) {
      tree.proveConsistency(signed.size()).check(signed.root(), integrated.root());
    }
  }

  /** Nothing, where a log goes on under another name and has not signed yet. */
  private Checkpoint lastSigned() {
    return kept.read()
        .or(places::lastSigned)
        .map(key::open)
        .filter(key::isOwn)
        .orElseGet(() -> new Checkpoint(key.verifier().name(), 0, Hash.OF_NOTHING));
  }

  /** Reads every signed entry again, as it was written with its fact and as it is published. */
  long confirmAll() {
    var signed = lastSigned();
    var tree = new Tree(signed.size(), places.head().tree().tiles());
    for (var entries : new Tree[] {tree, places.published(tree)}) {
      if (!SecondOpinion.confirm(entries).equals(signed.root())) {
        throw new NotProven("the entries are not those that were signed");
      }
    }
    if (places.lost() > 0) {
      throw new NotProven(places.lost() + " entries were taken from the queue without a place");
    }
    return signed.size();
  }
}
