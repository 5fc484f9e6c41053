package candour.audit.log;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import candour.platform.Days;
import candour.platform.Home;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every pair of keys that one log signs with, signed with or will, the first one first.
 *
 * @param origin the log's name, and that of its keys
 */
record Turns(String origin, List<Turn> all) {

  Turns {
    all = List.copyOf(all);
    for (var turn : all) {
      for (var name : List.of(turn.verifier().name(), turn.second().name())) {
        if (!name.equals(origin)) {
          throw new IllegalStateException(
              "The log's key is that of %s, but candour.log.origin is %s. A log keeps its name; if it had to end, name it in candour.log.predecessors."
                  .formatted(name, origin));
        }
      }
    }
  }

  /** Reads them, and makes those that are not there yet. */
  static Turns of(Home home, String files, String origin, KeySettings settings) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= settings.rotations().size(); i++) {
      turns.add(read(home, name(files, i), origin, settings, i));
    }
    return new Turns(origin, turns);
  }

  /** Reads those of a log that has ended, which makes none any more. */
  static Turns ended(Home home, String files, String origin, KeySettings settings) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= settings.rotations().size() && home.keeps(name(files, i)); i++) {
      turns.add(read(home, name(files, i), origin, settings, i));
    }
    if (turns.isEmpty()) {
      throw new IllegalStateException("No key of the ended log " + origin + " is in this home");
    }
    return new Turns(origin, turns);
  }

  private static String name(String files, int turn) {
    return files + "-key" + (turn == 0 ? "" : "-" + (turn + 1));
  }

  private static Turn read(Home home, String name, String origin, KeySettings settings, int i) {
    var first = home.secret(name, () -> Turn.write(SigningKey.generate(origin)));
    var second =
        home.secret(
            name + "-ml-dsa-44",
            () -> Turn.write(CosigningKey.generate(origin, CosignatureScheme.ML_DSA_44)));
    return Turn.read(first, second, settings.from(i), settings.until(i));
  }

  /** The newest that has begun. */
  Turn on(LocalDate day) {
    return newest().filter(turn -> turn.hasBegunOn(day)).findFirst().orElseThrow();
  }

  private Stream<Turn> newest() {
    return all.reversed().stream();
  }

  private List<Turn> signing(Instant at) {
    var day = Days.of(at);
    return newest().filter(turn -> turn.signsOn(day)).toList();
  }

  /**
   * The checkpoint with every signature of that day: those under Ed25519 first, of each kind the
   * newest key's first.
   */
  SignedNote sign(Checkpoint checkpoint, Instant now) {
    var signing = signing(now);
    var first = signing.stream().flatMap(turn -> checkpoint.sign(turn.signing()).lines().stream());
    var second = signing.stream().map(turn -> turn.cosigning().cosign(checkpoint, now));
    return new SignedNote(checkpoint.text(), Stream.concat(first, second).toList());
  }

  /** Whether the note has each ML-DSA-44 signature of that day. */
  boolean isCosigned(SignedNote note, Instant now) {
    return signing(now).stream().allMatch(turn -> turn.second().signed(note));
  }

  /** Reads what one of the keys has signed, whenever that was. */
  Checkpoint open(SignedNote note) {
    return open(note, newest().toList());
  }

  /**
   * Reads a checkpoint that was signed at that time.
   *
   * @throws NotProven unless a key has signed it whose day it was: a retired one does not count
   */
  Checkpoint open(SignedNote note, Instant signedAt) {
    return open(note, signing(signedAt));
  }

  private static Checkpoint open(SignedNote note, List<Turn> newestFirst) {
    for (var turn : newestFirst.subList(0, newestFirst.size() - 1)) {
      try {
        return Checkpoint.open(note, turn.verifier());
      } catch (NotProven _) {
        // another key may have
      }
    }
    return Checkpoint.open(note, newestFirst.getLast().verifier());
  }
}
