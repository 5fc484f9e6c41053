package candour.casework;

import candour.ledger.AskedBy;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom data went to that have been put right since: they are told of it, unless that is
 * impossible or takes an effort out of proportion (UK GDPR Art. 19).
 *
 * @param entryId the entry of the ledger
 * @param disclosedOn in London
 * @param settled null while nobody has told them, or said why not
 */
public record Recipient(
    UUID id,
    CaseReference reference,
    UUID correctionId,
    UUID entryId,
    AskedBy body,
    LocalDate disclosedOn,
    @Nullable Settled settled) {

  /** The least that is said of how they were told, and of why they are not, in characters. */
  public static final int HOW = 10;

  public static final int WHY_NOT = 40;

  /** What came of it. */
  public enum Notice {
    TOLD,
    IMPOSSIBLE,
    DISPROPORTIONATE;

    /** How much there is to say about it, in characters. */
    public int least() {
      return this == TOLD ? HOW : WHY_NOT;
    }
  }

  /**
   * That it is done.
   *
   * @param words how they were told, or why they are not
   * @param on in London
   */
  public record Settled(Notice notice, String words, String officer, LocalDate on) {}
}
