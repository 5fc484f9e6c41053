package candour.exemptions;

import java.util.UUID;

/**
 * What a determination is about: never a whole file.
 *
 * @param withinId the record that it is or lies in, or the ledger entry
 * @param words how officers know it, such as the record's title and the page
 */
public record Item(UUID id, Kind kind, UUID withinId, String words) {

  /** The kinds of thing that may be decided on. */
  public enum Kind {
    RECORD,
    PAGE,
    REGIONS,
    DISCLOSURE
  }
}
