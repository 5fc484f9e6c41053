package candour.audit.witness;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.SigningKey;
import candour.audit.merkle.Tree;
import candour.audit.merkle.WitnessRequest;
import java.util.List;
import java.util.stream.IntStream;

/** A log in memory, and what it would ask a witness. */
final class GrowingLog {

  final SigningKey key;
  private final List<Tree> trees;

  /** Two logs of one name and different seeds tell two stories. */
  GrowingLog(SigningKey key, int size, int seed) {
    this.key = key;
    this.trees =
        IntStream.rangeClosed(0, size)
            .mapToObj(n ->
                Tree.of(
                    IntStream.range(0, n)
                        .mapToObj(i -> new byte[] {(byte) i, (byte) (i < 3 ? 0 : seed)})
                        .toList()))
            .toList();
  }

  Checkpoint at(int size) {
    return new Checkpoint(key.verifier().name(), size, trees.get(size).root());
  }

  SignedNote signed(int size) {
    return at(size).sign(key);
  }

  WitnessRequest request(int old, int size) {
    return WitnessRequest.of(old, trees.get(size), signed(size));
  }
}
