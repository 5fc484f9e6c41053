package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.exemptions.HealthOpinions;
import candour.exemptions.Item;
import candour.exemptions.Reliance;
import candour.exemptions.Reliances;
import candour.exemptions.immigration.GuardResult;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists what was decided and written down in a case, and the grounds that there are. */
@Controller
class ExemptionsPage {

  /** A ground of the register, in the reader's language. */
  record Ground(
      String name,
      String provision,
      String articles,
      String test,
      String told,
      LocalDate from,
      @Nullable LocalDate until,
      Exemption.MayRely mayRely,
      boolean caseByCase) {

    static Ground of(Exemption exemption, Locale locale) {
      return new Ground(
          exemption.name(locale),
          exemption.provision(),
          String.join(", ", exemption.articles()),
          exemption.test().in(locale),
          exemption.told(locale),
          exemption.from(),
          exemption.until(),
          exemption.mayRely(),
          exemption.caseByCase());
    }
  }

  /** A ground that was written down. */
  record Relied(UUID id, String item, String ground, LocalDate on, String by, boolean instead) {}

  /** A health professional's opinion; whether it still counts today. */
  record Opinion(String item, String professional, boolean harm, LocalDate on, boolean counts) {}

  /** What the person knows already. */
  record Known(String item, String reason, LocalDate on) {}

  private final Exemptions exemptions;
  private final Reliances reliances;
  private final HealthOpinions health;
  private final Days days;

  ExemptionsPage(Exemptions exemptions, Reliances reliances, HealthOpinions health, Days days) {
    this.exemptions = exemptions;
    this.reliances = reliances;
    this.health = health;
    this.days = days;
  }

  @GetMapping("/staff/cases/{reference}/exemptions")
  String list(
      @PathVariable CaseReference reference,
      @CurrentOfficer Officer officer,
      Locale locale,
      Model model) {
    var blocked =
        exemptions.guard(reference) instanceof GuardResult.Blocked(var rule) ? rule : null;
    var items =
        exemptions.items(reference).stream().collect(Collectors.toMap(Item::id, Item::words));
    model.addAttribute("blocked", blocked);
    model.addAttribute("determinations", exemptions.of(reference).stream().map(Shown::of).toList());
    model.addAttribute("items", items.size());
    model.addAttribute("soon", days.today().plusDays(ReviewsPage.DAYS));
    model.addAttribute(
        "proposes", blocked == null && (officer.is(Role.CASEWORKER) || officer.is(Role.SENIOR)));
    model.addAttribute("relied", relied(reference, locale));
    model.addAttribute("opinions", opinions(reference, items));
    model.addAttribute("known", known(reference, items));
    model.addAttribute(
        "grounds",
        exemptions.register().stream().map(ground -> Ground.of(ground, locale)).toList());
    return "exemptions/exemptions";
  }

  private List<Relied> relied(CaseReference reference, Locale locale) {
    var names =
        exemptions.grounds().stream()
            .collect(Collectors.toMap(Exemption::code, each -> each.name(locale)));
    return reliances.of(reference).stream().map(each -> relied(each, names)).toList();
  }

  private static Relied relied(Reliance reliance, Map<String, String> names) {
    return new Relied(
        reliance.id(),
        reliance.item().words(),
        names.getOrDefault(reliance.code(), reliance.code()),
        reliance.on(),
        reliance.by(),
        reliance.insteadOfImmigration());
  }

  private List<Opinion> opinions(CaseReference reference, Map<UUID, String> items) {
    return health.opinions(reference).stream()
        .map(opinion ->
            new Opinion(
                items.getOrDefault(opinion.aboutId(), ""),
                opinion.professional() + ", " + opinion.registration(),
                opinion.testMet(),
                opinion.givenOn(),
                opinion.countsOn(days.today())))
        .toList();
  }

  private List<Known> known(CaseReference reference, Map<UUID, String> items) {
    return health.known(reference).stream()
        .map(
            known -> new Known(items.getOrDefault(known.aboutId(), ""), known.reason(), known.on()))
        .toList();
  }
}
