package candour.audit.merkle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proof that can be checked offline, years later, with the entry and the log's key alone: the
 * content of a {@code .tlog-proof} file (<a
 * href="https://c2sp.org/tlog-proof">c2sp.org/tlog-proof</a>).
 *
 * @param extra what the file's writer added, in Base64; nothing vouches for it
 */
public record TlogProof(@Nullable String extra, InclusionProof inclusion, SignedNote checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";

  public TlogProof(InclusionProof inclusion, SignedNote checkpoint) {
    this(null, inclusion, checkpoint);
  }

  /** Reads a proof without judging it. */
  public static TlogProof parse(String file) {
    int blank = file.indexOf("\n\n");
    NotProven.unless(blank >= 0, "the proof holds no checkpoint");
    List<String> lines = List.of(file.substring(0, blank).split("\n", -1));
    NotProven.unless(lines.getFirst().equals(HEADER), "not a " + HEADER);
    boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith("extra ");
    int next = hasExtra ? 2 : 1;
    NotProven.unless(lines.size() > next, "the proof has no index");
    SignedNote note = SignedNote.parse(file.substring(blank + 2));
    TlogProof proof =
        new TlogProof(
            hasExtra ? Strict.base64(Strict.base64(Strict.field(lines.get(1), "extra"))) : null,
            new InclusionProof(
                Strict.number(Strict.field(lines.get(next), "index")),
                Checkpoint.parse(note.text()).size(),
                lines.stream().skip(next + 1L).map(Hash::parse).toList()),
            note);
    NotProven.unless(proof.toString().equals(file), "not a " + HEADER);
    return proof;
  }

  /**
   * Checks the signature and the way from the entry to the signed root.
   *
   * @return the checkpoint that vouches for the entry
   * @throws NotProven unless the log of that key holds exactly this entry at this index
   */
  public Checkpoint check(byte[] entry, VerifierKey log) {
    Checkpoint signed = Checkpoint.open(checkpoint, log);
    NotProven.unless(signed.size() == inclusion.size(), "the proof is for a tree of another size");
    inclusion.check(Hash.leaf(entry), signed.root());
    return signed;
  }

  /** The content of the file. */
  @Override
  public String toString() {
    Stream<String> head =
        Stream.of(HEADER, extra == null ? "" : "extra " + extra, "index " + inclusion.index())
            .filter(line -> !line.isEmpty());
    return Stream.concat(head, inclusion.path().stream().map(Hash::toString))
            .collect(Collectors.joining("\n"))
        + "\n\n"
        + checkpoint;
  }
}
