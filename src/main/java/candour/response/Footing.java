package candour.response;

import candour.audit.Receipts.Content;
import candour.exemptions.Determination;
import candour.exemptions.Telling;
import java.util.List;
import java.util.Map;

/** The determinations of a case, as what its answer rests on: told, not told, used or not. */
final class Footing {

  private Footing() {}

  static List<Content> of(List<Determination> determinations) {
    return determinations.stream().map(Footing::content).toList();
  }

  private static Content content(Determination determination) {
    var proposal = determination.proposal();
    var says =
        Map.of(
            "determination", proposal.id().value().toString(),
            "item", proposal.item().id().toString(),
            "provision", proposal.provision().code(),
            "decidedOn", proposal.decidedOn().toString(),
            "state", state(determination));
    return new Content(says, isTold(determination));
  }

  private static boolean isTold(Determination determination) {
    return determination instanceof Determination.InForce(_, _, var telling)
        && telling instanceof Telling.Told;
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
