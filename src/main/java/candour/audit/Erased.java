package candour.audit;

import candour.audit.merkle.NotProven;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The cases whose keys are gone, against what the log says of erasures: nobody hides what they
 * forged behind a key that they destroyed themselves, and no key comes back.
 */
final class Erased {

  /** The class of the fact by which a case is erased. */
  static final String CLASS = "case.erased";

  private final Map<UUID, String> destroyed = new LinkedHashMap<>();
  private final Set<UUID> said = new HashSet<>();

  /**
   * The key of a case is gone.
   *
   * @param name of what cannot be opened for want of it
   */
  void destroyed(UUID caseId, String name) {
    destroyed.putIfAbsent(caseId, name);
  }

  /** An entry says this; it is heard if it is about an erasure by two people. */
  void hear(String kind, @Nullable UUID caseId, JsonNode fact) {
    if (kind.equals(CLASS)
        && caseId != null
        && !fact.path("proposedBy").equals(fact.path("approvedBy"))) {
      said.add(caseId);
    }
  }

  /**
   * @throws NotProven where a key is gone though no entry says so, or there though one says it is
   *     gone
   */
  void check() {
    destroyed.forEach((caseId, name) -> {
      if (!said.contains(caseId)) {
        throw new NotProven(
            name
                + " cannot be opened: the key of its case was destroyed, and no entry says that two people erased it");
      }
    });
    for (var caseId : said) {
      if (!destroyed.containsKey(caseId)) {
        throw new NotProven("the key of the erased case %s is there again".formatted(caseId));
      }
    }
  }
}
