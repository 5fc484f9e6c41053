package candour.response;

import candour.casework.Outcome;
import candour.records.Mark;
import candour.records.PageOutcome;
import candour.records.ReviewedRecord;
import java.util.List;

/**
 * All that the person is told of: the rest of the answer is made from this and nothing else.
 *
 * @param disclosures entries of the ledger, whole or in general words
 * @param withheldEntries entries that are kept from them whole, and of which they are told
 */
record Material(
    List<ReviewedRecord> records,
    List<DisclosureAboutMe> disclosures,
    List<WithheldEntry> withheldEntries) {

  /** With what the request is answered, as the person is told. */
  Outcome outcome() {
    boolean given = !disclosures.isEmpty() || records.stream().anyMatch(r -> r.released() > 0);
    if (withholds()) {
      return given ? Outcome.DISCLOSED_IN_PART : Outcome.WHOLLY_WITHHELD;
    }
    return given ? Outcome.DISCLOSED : Outcome.NOTHING_HELD;
  }

  boolean withholds() {
    return !withheldEntries.isEmpty()
        || disclosures.stream().anyMatch(it -> !it.isWhole())
        || records.stream().anyMatch(r -> r.withheld() > 0 || hasMarks(r));
  }

  boolean holds(String systemId) {
    return records.stream().anyMatch(record -> record.systemId().equals(systemId));
  }

  private static boolean hasMarks(ReviewedRecord record) {
    return record.pages().stream()
        .anyMatch(page ->
            page.outcome() instanceof PageOutcome.Redacted(var _, List<Mark> marks)
                && !marks.isEmpty());
  }
}
