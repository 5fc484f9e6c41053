package candour.exemptions.deciding;

import candour.exemptions.Conclusion;
import candour.exemptions.Consideration;
import candour.exemptions.Determination;
import candour.exemptions.Ending;
import candour.exemptions.Limb;
import candour.exemptions.Proposal;
import candour.exemptions.Ruling;
import candour.exemptions.Telling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A determination as pages show it.
 *
 * @param state the key of the words for its state
 * @param colour of the state's tag
 * @param notTold why it was proposed not to tell the person; null where telling was
 * @param decidedNotTold why it was decided not to tell the person
 */
record Shown(
    String state,
    String colour,
    Proposal proposal,
    Telling.@Nullable NotTold notTold,
    @Nullable Ruling ruling,
    Telling.@Nullable NotTold decidedNotTold,
    @Nullable Ending ending) {

  /** One consideration with its words. */
  record Considered(Consideration consideration, String words) {}

  /** One of the three tests with what was found. */
  record Tested(Limb limb, boolean met, String reason) {}

  public List<Considered> considerations() {
    return Stream.of(Consideration.values())
        .map(it -> new Considered(it, proposal.considerations().getOrDefault(it, "")))
        .toList();
  }

  public List<Tested> limbs() {
    return proposal.limbs().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> new Tested(it.getKey(), it.getValue().met(), it.getValue().reason()))
        .toList();
  }

  /** The last day on which it is, or was to be, in force. */
  public LocalDate lastDay() {
    return decidedNotTold == null
        ? proposal.reviewOn()
        : decidedNotTold.lastDay(proposal.reviewOn());
  }

  /** Whether the person is not told of it while it is in force. */
  public boolean isQuiet() {
    return ruling != null && decidedNotTold != null && ending == null;
  }

  static Shown of(Determination determination) {
    return switch (determination) {
      case Determination.Proposed(var proposal) ->
          shown("proposed", "govuk-tag--yellow", proposal, null);
      case Determination.Returned(var proposal, var ruling) ->
          shown("returned", "govuk-tag--orange", proposal, ruling);
      case Determination.NotApplied(var proposal, var ruling) ->
          shown("not-applied", "govuk-tag--grey", proposal, ruling);
      case Determination.InForce inForce -> approved("in-force", "govuk-tag--red", inForce, null);
      case Determination.Ended(var was, var ending) ->
          approved("ended", "govuk-tag--grey", was, ending);
    };
  }

  private static Shown shown(
      String state, String colour, Proposal proposal, @Nullable Ruling ruling) {
    return new Shown(state, colour, proposal, proposedNotTold(proposal), ruling, null, null);
  }

  private static Shown approved(
      String state, String colour, Determination.InForce was, @Nullable Ending ending) {
    return new Shown(
        state,
        colour,
        was.proposal(),
        proposedNotTold(was.proposal()),
        was.ruling(),
        was.telling() instanceof Telling.NotTold notTold ? notTold : null,
        ending);
  }

  private static Telling.@Nullable NotTold proposedNotTold(Proposal proposal) {
    return proposal.conclusion() instanceof Conclusion.Apply(Telling.NotTold notTold)
        ? notTold
        : null;
  }
}
