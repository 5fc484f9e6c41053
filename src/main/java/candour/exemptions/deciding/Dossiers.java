package candour.exemptions.deciding;

import candour.casework.Casework;
import candour.exemptions.Background;
import candour.exemptions.Exemptions;
import candour.exemptions.Likeness;
import candour.exemptions.Proposal;
import candour.exemptions.Reason;
import candour.exemptions.Summary;
import candour.exemptions.deciding.Dossier.Alike;
import candour.exemptions.deciding.Dossier.Other;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what an approver should know. */
@Component
class Dossiers {

  private final Exemptions exemptions;
  private final Background background;
  private final Casework casework;

  Dossiers(Exemptions exemptions, Background background, Casework casework) {
    this.exemptions = exemptions;
    this.background = background;
    this.casework = casework;
  }

  Dossier of(Shown shown) {
    var proposal = shown.proposal();
    var names = background.names(proposal.reference(), proposal.proposedBy());
    return new Dossier(
        background.officer(proposal.proposedBy()),
        shown.ruling() == null ? "" : background.officer(shown.ruling().by()),
        background.trackRecord(proposal.proposedBy(), proposal.id()),
        background.overturns(proposal.provision()),
        alike(exemptions.likenesses(proposal.reference(), proposal.id())),
        before(proposal),
        names.people(),
        Summary.faults(proposal.summary(), names));
  }

  private List<Shown> before(Proposal proposal) {
    return exemptions.of(proposal.reference()).stream()
        .filter(it ->
            it.proposal().item().equals(proposal.item())
                && it.proposal().provision() == proposal.provision())
        .takeWhile(it -> !it.proposal().id().equals(proposal.id()))
        .map(Shown::of)
        .toList()
        .reversed();
  }

  /** Each pair of reasons, side by side. */
  List<Alike> alike(List<Likeness> likenesses) {
    var numbers = casework.numbers(likenesses.stream().map(it -> it.other().reference()).toList());
    var seen = EnumSet.noneOf(Reason.class);
    return likenesses.stream()
        .map(it ->
            alike(it, seen.add(it.reason()), numbers.getOrDefault(it.other().reference(), "")))
        .toList();
  }

  private static Alike alike(Likeness likeness, boolean closest, String number) {
    var other = likeness.other();
    return new Alike(
        likeness.reason(),
        closest,
        likeness.share().movePointRight(2).setScale(0, RoundingMode.FLOOR).longValue(),
        likeness.own(),
        new Other(other.reference(), number, other.id(), other.reason()),
        likeness.others());
  }
}
