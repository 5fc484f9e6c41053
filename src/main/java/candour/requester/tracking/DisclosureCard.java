package candour.requester.tracking;

import java.util.List;
import java.util.UUID;

/**
 * An entry of the disclosure ledger with every word of it ready.
 *
 * @param title who asked, and when
 * @param items what was passed on; often empty
 */
record DisclosureCard(UUID id, String title, List<Line> lines, List<String> items) {

  /** What is said under one heading. */
  record Line(String key, String text) {}
}
