package candour.records;

import java.util.List;
import java.util.UUID;

/**
 * A record of a case and how far it is reviewed.
 *
 * @param period in the officer's words; perhaps empty
 * @param itemId names it where a determination is made on the whole of it
 * @param health whether it is tagged as holding data concerning health
 */
public record ReviewedRecord(
    RecordId id,
    UUID itemId,
    String systemId,
    String title,
    String period,
    String fileName,
    boolean health,
    List<Page> pages) {

  /**
   * A page, and what becomes of it.
   *
   * @param number counted from 1
   * @param itemId names it where a determination is made on it
   */
  public record Page(int number, UUID itemId, PageOutcome outcome) {}

  public long undecided() {
    return pages.stream().filter(p -> p.outcome() instanceof PageOutcome.Undecided).count();
  }

  public long released() {
    return pages.stream()
        .filter(p ->
            p.outcome() instanceof PageOutcome.Released
                || p.outcome() instanceof PageOutcome.Redacted)
        .count();
  }

  public long withheld() {
    return pages.stream().filter(p -> p.outcome() instanceof PageOutcome.Withheld).count();
  }
}
