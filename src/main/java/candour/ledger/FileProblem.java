package candour.ledger;

import java.util.List;

/**
 * Why a file of disclosures cannot be taken, in words for whoever made it.
 *
 * @param line in the file, from 1
 * @param arguments of the sentence: column names, and what stood in a cell, shortened
 */
public record FileProblem(long line, Kind kind, List<String> arguments) {

  public FileProblem {
    arguments = List.copyOf(arguments);
  }

  /** The argument of this number, or nothing. */
  public String argument(int number) {
    return number < arguments.size() ? arguments.get(number) : "";
  }

  /** What is wrong. */
  public enum Kind implements Term {
    HEADER,
    NO_ROWS,
    NOT_TEXT,
    QUOTES,
    CELL_COUNT,
    TOO_LONG,
    HIDDEN_CHARACTER,
    MISSING,
    NOT_WANTED,
    UNKNOWN_WORD,
    CLINICAL,
    NO_SUCH_AGREEMENT,
    REASON_CODE,
    NOT_A_DATE,
    FUTURE,
    TOO_EARLY,
    DISCLOSED_BEFORE_ASKED,
    NO_NAME,
    EXCEPTION_BESIDE_LAST_RESORT;

    @Override
    public String messageKey() {
      return Term.key("file", name());
    }
  }
}
