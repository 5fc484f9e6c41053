package candour.records;

import candour.casework.CaseReference;
import candour.exemptions.Determination;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
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

  /** A ground as it can be chosen. */
  record Choice(String value, String words) {}

  private record Standing(Ground ground, Item on) {}

  private final Exemptions exemptions;
  private final Reliances reliances;

  Grounds(Exemptions exemptions, Reliances reliances) {
    this.exemptions = exemptions;
    this.reliances = reliances;
  }

  /** Says grounds of the case in words, whether or not they could still be chosen. */
  Function<Ground, String> words(CaseReference reference, Locale locale) {
    var names =
        exemptions.grounds().stream()
            .collect(Collectors.toMap(Exemption::code, exemption -> exemption.name(locale)));
    var decided =
        exemptions.of(reference).stream()
            .map(Determination::proposal)
            .map(proposal ->
                standing(Exemption.IMMIGRATION, proposal.id().value(), proposal.item()));
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
                        each.ground().choice(), exemption.name(locale) + ": " + each.on().words())))
        .toList();
  }

  /** Refuses grounds that do not stand for the page. */
  void require(PageKey page, UUID item, List<Ground> grounds) {
    var standing = standing(page, item).map(Standing::ground).toList();
    for (var ground : grounds) {
      if (!standing.contains(ground)) {
        throw new Refusal(
            ground.proposalId() == null
                ? "other-grounds-are-written-down"
                : "withheld-without-determination");
      }
    }
  }

  private Stream<Standing> standing(PageKey page, UUID item) {
    var determined =
        exemptions.inForce(page.reference()).stream()
            .map(Determination.InForce::proposal)
            .filter(proposal ->
                proposal.item().id().equals(item)
                    || proposal.item().id().equals(page.record().value()))
            .map(proposal ->
                standing(Exemption.IMMIGRATION, proposal.id().value(), proposal.item()));
    var written =
        reliances.of(page.reference()).stream()
            .filter(reliance -> reliance.covers(item, page.record().value()))
            .map(Grounds::standing);
    return Stream.concat(determined, written);
  }

  private static Standing standing(Reliance reliance) {
    return standing(reliance.code(), reliance.id(), reliance.item());
  }

  private static Standing standing(String code, UUID basis, Item on) {
    return new Standing(new Ground(code, basis), on);
  }
}
