package candour.casework;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as officers see it at a glance.
 *
 * @param urgent whether it cannot wait, by the latest word on it
 * @param version grows with everything that changes what may be answered
 * @param officer who works on it; null while nobody does
 * @param dueOn the end of the applicable time period, in London; null while the clock is stopped,
 *     or where there is none
 * @param listedDueOn the date by which lists sort: {@code dueOn}, or the last one; of courtesy
 *     alone where there is no clock
 * @param reopenedOn since when an answered case is open again, in London; null if it is not
 */
public record CaseSummary(
    CaseReference reference,
    String number,
    UUID subjectId,
    UUID requesterId,
    String subjectName,
    boolean guarded,
    boolean urgent,
    Stage stage,
    long version,
    @Nullable Allocated officer,
    boolean identityConfirmed,
    LocalDate receivedOn,
    @Nullable LocalDate dueOn,
    LocalDate listedDueOn,
    Locale language,
    Channel channel,
    Regime regime,
    @Nullable LocalDate answeredOn,
    @Nullable Outcome outcome,
    @Nullable LocalDate reopenedOn) {

  /** The officer to whom a case is allocated. */
  public record Allocated(UUID id, String name) {}

  /** The officer's name; empty while nobody works on it. */
  public String allocatedTo() {
    return officer == null ? "" : officer.name();
  }

  /** Whether there is anything left to do: no answer was given, or it has to be looked at again. */
  public boolean isOpen() {
    return outcome == null || reopenedOn != null;
  }

  /** Whether a law sets a date for the answer. */
  public boolean hasClock() {
    return regime == Regime.UK_GDPR;
  }

  /** Whether the office waits for the requester, so that no date is due. */
  public boolean isPaused() {
    return dueOn == null && outcome == null && hasClock();
  }

  /** Whether the applicable time period ended before this day with no answer given. */
  public boolean isOverdueOn(LocalDate today) {
    return outcome == null && dueOn != null && today.isAfter(dueOn);
  }
}
