package candour.records;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ground as an officer writes it down. It always starts blank.
 *
 * @param covers {@code PAGE} or {@code RECORD}
 * @param reasons by the name of the required field
 */
record GroundForm(@Nullable String covers, Map<String, String> reasons) {

  /** A form without a reason in it has none. */
  GroundForm {
    reasons = Objects.requireNonNullElse(reasons, Map.of());
  }

  boolean isAboutPage() {
    return "PAGE".equals(covers);
  }

  boolean isAboutRecord() {
    return "RECORD".equals(covers);
  }
}
