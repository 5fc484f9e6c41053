package candour.audit.merkle;

/**
 * The state of a log at one moment (<a
 * href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a>). Extension lines are
 * refused: nobody who watches the log could audit them.
 *
 * @param origin the log's identity, and the name of its key
 * @param size the number of entries
 */
public record Checkpoint(String origin, long size, Hash root) {

  public Checkpoint {
    NotProven.unless(VerifierKey.validName(origin), "not the name of a log: " + origin);
    NotProven.unless(size >= 0, "a log cannot have " + size + " entries");
  }

  public static Checkpoint parse(String text) {
    NotProven.unless(text.endsWith("\n"), "a checkpoint ends in a newline");
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    NotProven.unless(lines.length == 3, "a checkpoint has three lines: origin, size, root");
    return new Checkpoint(lines[0], Strict.number(lines[1]), Hash.parse(lines[2]));
  }

  /** Reads a signed checkpoint and believes it only if the log of that key has signed it. */
  public static Checkpoint open(SignedNote note, VerifierKey log) {
    Checkpoint checkpoint = parse(note.verify(log));
    NotProven.unless(
        checkpoint.origin.equals(log.name()), "the checkpoint is of the log " + checkpoint.origin);
    return checkpoint;
  }

  public SignedNote sign(SigningKey log) {
    return SignedNote.sign(text(), log);
  }

  public String text() {
    return origin + "\n" + size + "\n" + root + "\n";
  }
}
