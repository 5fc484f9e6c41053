package candour.ledger.ingestion;

import candour.ledger.FileProblem;
import candour.ledger.FileProblem.Kind;
import java.util.List;

/** A line that cannot be an entry. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 60;

  private final Kind kind;
  private final String[] arguments;

  Malformed(Kind kind, String... arguments) {
    super(kind.name());
    this.kind = kind;
    this.arguments = arguments;
  }

  FileProblem at(long line) {
    return new FileProblem(
        line, kind, List.of(arguments).stream().map(Malformed::shortened).toList());
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
