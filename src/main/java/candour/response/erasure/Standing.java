package candour.response.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the erasure of a case is, and what stands in its way. Days are London's.
 *
 * @param keeps the rule that keeps the case, whatever the basis; null where it may be erased
 * @param keptUntil the last day for which it is kept unless the person asks; null before the answer
 * @param erasedOn null unless it is erased
 */
record Standing(
    @Nullable String keeps,
    @Nullable LocalDate keptUntil,
    List<Hold> holds,
    @Nullable Proposed proposed,
    @Nullable LocalDate erasedOn) {

  /** A reason to keep the case that nobody has lifted. */
  record Hold(UUID id, Because because, String reason, String officer, LocalDate on) {}

  /** What one officer proposed and no other has decided on. */
  record Proposed(UUID id, Basis basis, String reason, UUID by, String officer, LocalDate on) {}
}
