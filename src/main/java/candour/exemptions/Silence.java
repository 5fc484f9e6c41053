package candour.exemptions;

import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the person goes on not being told of a determination in force (DPA 2018 Sch 2 para 4B): at
 * the review of not telling, one officer says afresh why and until when, and another decides. The
 * rest of the determination stays as it is.
 *
 * @param telling the fresh reason, and the next day on which it is looked at
 * @param proposedOn in London
 * @param verdict null while nobody has decided
 */
public record Silence(
    UUID id,
    DeterminationId determination,
    Telling.NotTold telling,
    UUID proposedBy,
    LocalDate proposedOn,
    @Nullable Verdict verdict) {

  /**
   * What another officer decided, and why; the day is London's.
   *
   * @param likenessReason why a reason that is close to one of another case does for this one
   */
  public record Verdict(
      boolean approved, String reason, @Nullable String likenessReason, UUID by, LocalDate on) {

    public Verdict {
      Words.require(reason, approved ? Words.REASON : Words.RULING);
    }
  }

  /** Put forward while the determination is in force and the person has not been told of it. */
  static Silence propose(
      UUID id, Determination of, Telling.NotTold fresh, Officer officer, LocalDate on) {
    if (!officer.is(Role.CASEWORKER) && !officer.is(Role.SENIOR)) {
      throw new Refusal("caseworkers-only");
    }
    requireUntold(of, on);
    if (!Proposal.isWithinAYear(fresh.reviewOn(), on)) {
      throw new Refusal("not-told-review-within-a-year");
    }
    return new Silence(id, of.proposal().id(), fresh, officer.id(), on, null);
  }

  /**
   * Approved by another senior officer: the person is not told until the new review.
   *
   * @param alike whether the reason is close to one of another case
   */
  Silence approve(
      Determination of,
      Officer officer,
      String reason,
      @Nullable String likenessReason,
      boolean alike,
      LocalDate on) {
    requireDecider(officer);
    if (alike && (likenessReason == null || !Words.say(likenessReason, Words.REASON))) {
      throw new Refusal("likeness-is-justified");
    }
    requireUntold(of, on);
    if (!telling.reviewOn().isAfter(on)) {
      throw new Refusal("review-past");
    }
    return decided(new Verdict(true, reason, alike ? likenessReason : null, officer.id(), on));
  }

  /** Given back by another senior officer: the determination lapses at the review as before. */
  Silence giveBack(Officer officer, String reason, LocalDate on) {
    requireDecider(officer);
    return decided(new Verdict(false, reason, null, officer.id(), on));
  }

  private Silence decided(Verdict verdict) {
    return new Silence(id, determination, telling, proposedBy, proposedOn, verdict);
  }

  private void requireDecider(Officer officer) {
    if (verdict != null) {
      throw new Refusal("already-decided");
    } else if (officer.id().equals(proposedBy)) {
      throw new Refusal("four-eyes");
    } else if (!officer.is(Role.SENIOR)) {
      throw new Refusal("senior-officer-only");
    }
  }

  private static void requireUntold(Determination determination, LocalDate on) {
    if (!(determination instanceof Determination.InForce inForce)) {
      throw new Refusal("not-in-force");
    } else if (inForce.telling() instanceof Telling.Told) {
      throw new Refusal("is-told");
    } else if (inForce.lastDay().isBefore(on)) {
      throw new Refusal("review-past");
    }
  }
}
