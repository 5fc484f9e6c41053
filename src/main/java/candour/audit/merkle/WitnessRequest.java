package candour.audit.merkle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a log asks of a witness: to cosign a checkpoint that extends the one it cosigned before (<a
 * href="https://c2sp.org/tlog-witness">c2sp.org/tlog-witness</a>, {@code add-checkpoint}).
 *
 * @param oldSize of the tree that the witness cosigned last; 0 if it has not cosigned any
 * @param proof leads from there to the checkpoint; empty if {@code oldSize} is 0
 */
public record WitnessRequest(long oldSize, List<Hash> proof, SignedNote checkpoint) {

  /** No tree has proofs longer than this. */
  private static final int LONGEST_PROOF = 63;

  public WitnessRequest {
    proof = List.copyOf(proof);
    NotProven.unless(oldSize >= 0, "a log cannot have had " + oldSize + " entries");
    NotProven.unless(proof.size() <= LONGEST_PROOF, "the proof has more than 63 lines");
  }

  /** Asks for a cosignature over the tree of a checkpoint that the log has signed. */
  public static WitnessRequest of(long oldSize, Tree tree, SignedNote checkpoint) {
    List<Hash> proof = oldSize == 0 ? List.of() : tree.proveConsistency(oldSize).path();
    return new WitnessRequest(oldSize, proof, checkpoint);
  }

  /** Reads a request without judging it; only the one spelling is accepted. */
  public static WitnessRequest parse(String text) {
    int blank = text.indexOf("\n\n");
    NotProven.unless(blank >= 0, "a request has an empty line before its checkpoint");
    String[] lines = text.substring(0, blank).split("\n", -1);
    NotProven.unless(lines.length <= LONGEST_PROOF + 1, "the proof has more than 63 lines");
    WitnessRequest request =
        new WitnessRequest(
            Strict.number(Strict.field(lines[0], "old")),
            Arrays.stream(lines).skip(1).map(Hash::parse).toList(),
            SignedNote.parse(text.substring(blank + 2)));
    NotProven.unless(request.toString().equals(text), "the request is not spelt as it should be");
    return request;
  }

  /** The body of the request. */
  @Override
  public String toString() {
    return Stream.concat(Stream.of("old " + oldSize), proof.stream().map(Hash::toString))
            .collect(Collectors.joining("\n"))
        + "\n\n"
        + checkpoint;
  }
}
