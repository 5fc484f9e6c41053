package candour.records;

import candour.platform.DocumentId;
import java.util.List;

/** What was decided on a page. */
public sealed interface PageOutcome {

  /** Nobody has decided: nothing of the case can be sent. */
  record Undecided() implements PageOutcome {}

  /** Released whole, as rebuilt. */
  record Released(DocumentId prepared) implements PageOutcome {}

  /** Released as rebuilt, with these places blacked out. */
  record Redacted(DocumentId prepared, List<Mark> marks) implements PageOutcome {}

  /** Not released. */
  record Withheld(Ground ground) implements PageOutcome {}

  /** On what grounds something of the page is kept back. */
  default List<Ground> grounds() {
    return switch (this) {
      case Withheld(var ground) -> List.of(ground);
      case Redacted(var _, var marks) -> marks.stream().map(Mark::ground).toList();
      case Released _, Undecided _ -> List.of();
    };
  }
}
