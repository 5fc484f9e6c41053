package candour.casework;

import candour.platform.DocumentId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter between the requester and the office.
 *
 * @param officerId who wrote it for the office, and {@code officerName} their name; null if the
 *     requester did
 * @param recordedBy the officer who wrote down what the requester said in another way, and {@code
 *     recorderName} their name; null if nobody did
 * @param read by the other side; null until it was
 * @param files in the order in which they were sent
 */
public record Message(
    UUID id,
    boolean fromRequester,
    @Nullable UUID officerId,
    @Nullable String officerName,
    String words,
    LocalDate sentOn,
    @Nullable UUID recordedBy,
    @Nullable String recorderName,
    @Nullable Reading read,
    List<Attached> files) {

  /**
   * That a letter was read, and first when.
   *
   * @param officerName who read it for the office; null if the requester did
   */
  public record Reading(LocalDate on, @Nullable String officerName) {}

  /** A file that goes with a letter. */
  public record Attached(DocumentId document, String name, long length) {

    public UUID id() {
      return document.value();
    }

    /** At least one. */
    public long kilobytes() {
      return Math.max(1, Math.round(length / 1024.0));
    }
  }
}
