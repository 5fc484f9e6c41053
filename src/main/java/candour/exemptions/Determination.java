package candour.exemptions;

import candour.exemptions.immigration.GuardResult;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;

/**
 * An immigration exemption decision (DPA 2018 Sch 2 paras 4 to 4B). Its state is its type, and is
 * derived from what was recorded, never stored.
 */
public sealed interface Determination {

  Proposal proposal();

  /** Waits for another officer. */
  record Proposed(Proposal proposal) implements Determination {

    /**
     * Approved by another senior officer, who also decides whether the person is told; never past
     * the guard, nor after its last day ({@code approved-before-review}). The proposer is refused
     * ({@code four-eyes}), and so is not telling where telling was proposed.
     *
     * @param alike whether a reason of it is close to one of another case
     */
    public Approved approve(
        Officer officer, GuardResult guard, Approval approval, boolean alike, LocalDate on) {
      return switch (proposal.conclusion()) {
        case Conclusion.Refrain() ->
            new NotApplied(proposal, approved(officer, approval, alike, on));
        case Conclusion.Apply(var proposed) -> {
          guard.refuseIfBlocked();
          var ruling = approved(officer, approval, alike, on);
          if (approval.telling() instanceof Telling.NotTold && proposed instanceof Telling.Told) {
            throw new Refusal("not-told-needs-proposal");
          }
          var inForce = new InForce(proposal, ruling, approval.telling());
          if (inForce.lastDay().isBefore(on)) {
            throw new Refusal("approved-before-review");
          }
          yield inForce;
        }
      };
    }

    private Ruling approved(Officer officer, Approval approval, boolean alike, LocalDate on) {
      requireDecider(officer);
      var justified = approval.justified(alike);
      return new Ruling(officer.id(), justified.reason(), on, justified.likenessReason());
    }

    /** Given back by another senior officer; a fresh proposal may follow. */
    public Returned giveBack(Officer officer, String reason, LocalDate on) {
      requireDecider(officer);
      return new Returned(proposal, new Ruling(officer.id(), reason, on, null));
    }

    /** Refuses the proposer, and whoever is not a senior officer. */
    public void requireDecider(Officer officer) {
      if (officer.id().equals(proposal.proposedBy())) {
        throw new Refusal("four-eyes");
      }
      requireSenior(officer);
    }
  }

  /** Given back by another officer: it never was in force. */
  record Returned(Proposal proposal, Ruling ruling) implements Determination {}

  /** Approved by another officer. */
  sealed interface Approved extends Determination {}

  /** Approved, and the exemption is not used: it withholds nothing and never ends. */
  record NotApplied(Proposal proposal, Ruling ruling) implements Approved {}

  /** Approved, and withholding its item until it ends. */
  record InForce(Proposal proposal, Ruling ruling, Telling telling) implements Approved {

    /** Withdrawn by the office. */
    public Ended withdraw(Officer officer, String reason, LocalDate on) {
      requireSenior(officer);
      return new Ended(this, new Ending.Withdrawn(reason, officer.id(), on));
    }

    /**
     * Overturned by whoever may overrule the office, as a senior officer puts on record. The
     * outcome falls between the approval and that day.
     */
    public Ended overturn(Officer officer, Overruling overruling, LocalDate on) {
      requireSenior(officer);
      if (overruling.on().isBefore(ruling.on()) || overruling.on().isAfter(on)) {
        throw new Refusal("overruled-while-in-force");
      }
      return new Ended(this, new Ending.Overturned(overruling, officer.id(), on));
    }

    /** The last day on which it is in force unless it is decided afresh. */
    public LocalDate lastDay() {
      return telling.lastDay(proposal.reviewOn());
    }

    /** Ended by itself after its last day. */
    public Ended lapse(LocalDate on) {
      if (!lastDay().isBefore(on)) {
        throw new Refusal("review-not-past");
      }
      return new Ended(this, new Ending.Lapsed(on));
    }
  }

  /** No longer in force. */
  record Ended(InForce was, Ending ending) implements Determination {

    @Override
    public Proposal proposal() {
      return was.proposal();
    }
  }

  private static void requireSenior(Officer officer) {
    if (!officer.is(Officer.Role.SENIOR)) {
      throw new Refusal("senior-officer-only");
    }
  }
}
