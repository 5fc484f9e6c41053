package candour.ledger;

import java.util.List;
import java.util.UUID;

/** What came of a file: it is taken whole or not at all. */
public sealed interface Reception {

  /** Every row is in the ledger. */
  record Taken(UUID batchId) implements Reception {}

  /** The same file, byte by byte, was taken before as this batch; nothing was stored again. */
  record TakenBefore(UUID batchId) implements Reception {}

  /**
   * Nothing was stored.
   *
   * @param problems the first hundred, at most one a line; never empty
   */
  record Refused(List<FileProblem> problems) implements Reception {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
