package candour.exemptions;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Why a ground other than immigration control applies to a record, a page or an entry of the
 * ledger, in an officer's words.
 *
 * @param code the ground
 * @param reasons what was written, by the name of the required field
 * @param on the day in London on which it was relied on
 * @param by the officer's name
 * @param insteadOfImmigration whether the ground is crime and taxation, and immigration control was
 *     refused, returned, not applied or ended on the same thing
 */
public record Reliance(
    UUID id,
    Item item,
    String code,
    Map<String, String> reasons,
    LocalDate on,
    String by,
    boolean insteadOfImmigration) {

  public Reliance {
    reasons = Map.copyOf(reasons);
  }

  /** Whether it is about this page, or about the whole record that the page lies in. */
  public boolean covers(UUID page, UUID record) {
    return item.id().equals(page) || item.id().equals(record);
  }
}
