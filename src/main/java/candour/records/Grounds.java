package candour.records;

import candour.casework.CaseReference;
import candour.exemptions.Determination;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * On what grounds something of a page may be kept back: those of the register, but immigration
 * control only as a determination in force on that page or on its whole record (DPA 2018 Sch 2 para
 * 4A(2): one at a time, never a case, never a batch).
 */
@Component
class Grounds {

  /** A ground as it can be chosen. */
  record Choice(String value, String words) {}

  private final Exemptions exemptions;

  Grounds(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /** Says grounds of the case in words, whether or not they could still be chosen. */
  Function<Ground, String> words(CaseReference reference, Locale locale) {
    var names =
        exemptions.register().stream()
            .collect(Collectors.toMap(Exemption::code, exemption -> exemption.name(locale)));
    var items =
        exemptions.of(reference).stream()
            .map(Determination::proposal)
            .collect(
                Collectors.toMap(
                    proposal -> proposal.id().value(), proposal -> proposal.item().words()));
    return ground -> {
      var name = names.getOrDefault(ground.code(), ground.code());
      var item = ground.proposalId() == null ? null : items.get(ground.proposalId());
      return item == null ? name : name + ": " + item;
    };
  }

  List<Choice> choices(PageKey page, UUID item, Locale locale) {
    return exemptions.register().stream()
        .flatMap(exemption ->
            exemption.code().equals(Exemption.IMMIGRATION)
                ? inForce(page, item).map(d -> choice(exemption, d, locale))
                : Stream.of(new Choice(exemption.code(), exemption.name(locale))))
        .toList();
  }

  private static Choice choice(
      Exemption immigration, Determination.InForce determination, Locale locale) {
    var proposal = determination.proposal();
    return new Choice(
        new Ground(Exemption.IMMIGRATION, proposal.id().value()).choice(),
        immigration.name(locale) + ": " + proposal.item().words());
  }

  /** Refuses grounds that are not in the register, or whose determination is not in force. */
  void require(PageKey page, UUID item, List<Ground> grounds) {
    var codes = exemptions.register().stream().map(Exemption::code).toList();
    var determined = inForce(page, item).map(d -> d.proposal().id().value()).toList();
    for (var ground : grounds) {
      if (!codes.contains(ground.code())) {
        throw new Refusal("unknown-ground");
      }
      if (ground.proposalId() != null && !determined.contains(ground.proposalId())) {
        throw new Refusal("withheld-without-determination");
      }
    }
  }

  private Stream<Determination.InForce> inForce(PageKey page, UUID item) {
    return exemptions.inForce(page.reference()).stream()
        .filter(determination -> {
          var on = determination.proposal().item().id();
          return on.equals(item) || on.equals(page.record().value());
        });
  }
}
