package candour.records;

import candour.casework.CaseReference;
import candour.exemptions.Determination;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Proposal;
import candour.exemptions.Provision;
import candour.exemptions.Reliance;
import candour.exemptions.Reliances;
import candour.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * On what grounds something of a page may be kept back: what stands for that page or for its whole
 * record. Immigration control stands by a determination in force (DPA 2018 Sch 2 para 4A(2): one at
 * a time, never a case, never a batch), every other ground by what an officer wrote down.
 */
@Component
class Grounds {

  /**
   * A ground as it can be chosen.
   *
   * @param ofPage whether the whole page may be kept back on it
   */
  record Choice(String value, String words, boolean ofPage) {}

  /**
   * What stands.
   *
   * @param within the places that it is about; none where it is about the page or its record
   */
  private record Standing(Ground ground, Item on, List<Place> within) {

    boolean allows(Place place) {
      return within.isEmpty() || within.stream().anyMatch(place::liesIn);
    }
  }

  private final Exemptions exemptions;
  private final Reliances reliances;
  private final PlaceRows places;

  Grounds(Exemptions exemptions, Reliances reliances, PlaceRows places) {
    this.exemptions = exemptions;
    this.reliances = reliances;
    this.places = places;
  }

  /** Says grounds of the case in words, whether or not they could still be chosen. */
  Function<Ground, String> words(CaseReference reference, Locale locale) {
    var names =
        exemptions.grounds().stream()
            .collect(Collectors.toMap(Exemption::code, exemption -> exemption.name(locale)));
    var decided =
        exemptions.of(reference).stream()
            .map(Determination::proposal)
            .map(proposal -> determined(proposal, List.of()));
    var items =
        Stream.concat(decided, reliances.of(reference).stream().map(Grounds::standing))
            .collect(Collectors.toMap(Standing::ground, standing -> standing.on().words()));
    return ground -> {
      var name = names.getOrDefault(ground.code(), ground.code());
      var item = items.get(ground);
      return item == null ? name : name + ": " + item;
    };
  }

  /** What stands for the page, in the order of the register. */
  List<Choice> choices(PageKey page, UUID item, Locale locale) {
    var standing = standing(page, item).toList();
    return exemptions.register().stream()
        .flatMap(exemption ->
            standing.stream()
                .filter(each -> each.ground().code().equals(exemption.code()))
                .map(each ->
                    new Choice(
                        each.ground().choice(),
                        exemption.name(locale) + ": " + each.on().words(),
                        each.within().isEmpty())))
        .toList();
  }

  /** The places on the page that a determination is about, if it is about places. */
  List<Place> places(PageKey page, Ground ground) {
    return onPlaces(page)
        .filter(standing -> standing.ground().equals(ground))
        .flatMap(standing -> standing.within().stream())
        .toList();
  }

  /** Refuses marks whose ground does not stand for the page, or not where they are. */
  void require(PageKey page, UUID item, List<Mark> marks) {
    var standing = standing(page, item).toList();
    for (var mark : marks) {
      if (standing.stream()
          .noneMatch(it -> it.ground().equals(mark.ground()) && it.allows(mark.place()))) {
        throw refusal(mark.ground());
      }
    }
  }

  /** Refuses a ground that does not stand for the whole page. */
  void require(PageKey page, UUID item, Ground ground) {
    if (standing(page, item).noneMatch(it -> it.ground().equals(ground) && it.within().isEmpty())) {
      throw refusal(ground);
    }
  }

  private static Refusal refusal(Ground ground) {
    return new Refusal(
        ground.proposalId() == null
            ? "other-grounds-are-written-down"
            : "withheld-without-determination");
  }

  private Stream<Standing> standing(PageKey page, UUID item) {
    var determined =
        inForce(page)
            .filter(proposal ->
                proposal.item().id().equals(item)
                    || proposal.item().id().equals(page.record().value()))
            .map(proposal -> determined(proposal, List.of()));
    var written =
        reliances.of(page.reference()).stream()
            .filter(reliance -> reliance.covers(item, page.record().value()))
            .map(Grounds::standing);
    return Stream.of(determined, onPlaces(page), written).flatMap(Function.identity());
  }

  private Stream<Standing> onPlaces(PageKey page) {
    var marked = places.on(page);
    return inForce(page)
        .filter(proposal -> marked.containsKey(proposal.item().id()))
        .map(
            proposal -> determined(proposal, marked.getOrDefault(proposal.item().id(), List.of())));
  }

  /** What disapplies the right of access; nothing else keeps anything from an answer. */
  private Stream<Proposal> inForce(PageKey page) {
    return exemptions.inForce(page.reference()).stream()
        .map(Determination.InForce::proposal)
        .filter(proposal -> Provision.engagedByAccess().contains(proposal.provision()));
  }

  private static Standing determined(Proposal proposal, List<Place> within) {
    return new Standing(
        new Ground(Exemption.IMMIGRATION, proposal.id().value()), proposal.item(), within);
  }

  private static Standing standing(Reliance reliance) {
    return new Standing(new Ground(reliance.code(), reliance.id()), reliance.item(), List.of());
  }
}
