package candour.casework;

import candour.casework.AnswerBy.Extension.Ground;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's request to put something right that is held or was passed on about them, or to say
 * that it is about somebody else (UK GDPR Art. 16). The immigration exemption does not reach it.
 *
 * @param receivedOn in London
 * @param answerBy the end of the applicable time period (UK GDPR Art. 12A), in London
 * @param extended null while that period is of one month
 * @param ruled null while it is looked into
 */
public record Correction(
    UUID id,
    CaseReference reference,
    Asked asked,
    Channel channel,
    LocalDate receivedOn,
    LocalDate answerBy,
    @Nullable Extended extended,
    @Nullable Ruled ruled) {

  /** The least that a ruling says of its reasons, in characters. */
  public static final int REASONS = 40;

  /**
   * What is asked.
   *
   * @param disclosureId the entry of the disclosure ledger; null where it is something in the
   *     records
   * @param notAboutMe whether it is about somebody else altogether
   * @param wrong what is wrong; never empty
   * @param shouldBe what it should say; may be empty
   */
  public record Asked(
      @Nullable UUID disclosureId, boolean notAboutMe, String wrong, String shouldBe) {}

  /** What an officer did about it. */
  public enum Ruling {
    CORRECTED,
    /** It stays as it is, with a note of what the person says. */
    DISPUTED,
    REFUSED
  }

  /**
   * Two further months, with the reasons that the person was given.
   *
   * @param instead the last day without them
   */
  public record Extended(
      Ground ground, String reasons, String officer, LocalDate on, LocalDate instead) {}

  /** What came of it, with the reasons that the person was given. */
  public record Ruled(Ruling ruling, String reasons, String officer, LocalDate on) {}

  /** Whether notice can still be given that it takes longer. */
  public boolean mayBeExtendedOn(LocalDate today) {
    return ruled == null && extended == null && !today.isAfter(answerBy);
  }

  public boolean isOverdueOn(LocalDate today) {
    return ruled == null && today.isAfter(answerBy);
  }
}
