package candour.ledger.entries;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a file of disclosures, in their order. */
public enum Column {
  ASKED_BY(40),
  ASKED_OF(200),
  REQUESTER_ROLE(200),
  AGREEMENT(60),
  REASON_CODE(60),
  LAST_RESORT(40),
  LAST_RESORT_EXCEPTION(40),
  OUTCOME(40),
  TRACE_DETAIL(40),
  REJECTION_REASON(40),
  DATA_ITEMS(300),
  REQUESTED_ON(40),
  DISCLOSED_ON(40),
  PERSON_NAME(300),
  PERSON_BORN(60);

  private final int longest;

  Column(int longest) {
    this.longest = longest;
  }

  /** How many characters a cell may have. */
  public int longest() {
    return longest;
  }

  /** The name in the file's first line. */
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first line of a file. */
  public static List<String> headers() {
    return Arrays.stream(values()).map(Column::header).toList();
  }
}
