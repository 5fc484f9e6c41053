package candour.response;

import candour.audit.Receipts.Content;
import candour.exemptions.Determination;
import candour.exemptions.Telling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The determinations of a case, as what its answer rests on: told, not told, used or not. */
final class Footing {

  private Footing() {}

  /**
   * @param told those that have ended and that the letter of the answer tells of
   */
  static List<Content> of(List<Determination> determinations, Set<UUID> told) {
    return determinations.stream().map(each -> content(each, told)).toList();
  }

  private static Content content(Determination determination, Set<UUID> told) {
    var proposal = determination.proposal();
    var says =
        Map.of(
            "determination", proposal.id().value().toString(),
            "item", proposal.item().id().toString(),
            "provision", proposal.provision().code(),
            "decidedOn", proposal.decidedOn().toString(),
            "state", state(determination));
    return new Content(says, isTold(determination, told));
  }

  private static boolean isTold(Determination determination, Set<UUID> told) {
    return switch (determination) {
      case Determination.InForce(_, _, var telling) -> telling instanceof Telling.Told;
      case Determination.Ended ended -> told.contains(ended.proposal().id().value());
      case Determination.Proposed _, Determination.Returned _, Determination.NotApplied _ -> false;
    };
  }

  private static String state(Determination determination) {
    return switch (determination) {
      case Determination.Proposed _ -> "proposed";
      case Determination.Returned _ -> "returned";
      case Determination.NotApplied _ -> "not-applied";
      case Determination.InForce _ -> "in-force";
      case Determination.Ended _ -> "ended";
    };
  }
}
