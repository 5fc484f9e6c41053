package candour.response;

import candour.casework.Regime;
import candour.ledger.AskedBy;
import candour.response.pack.ChecklistAnswer;
import candour.response.pack.ChecklistAnswer.Given;
import candour.response.pack.ChecklistAnswer.NotApplicable;
import candour.response.pack.ChecklistItem;
import candour.response.pack.PackContents.ChangeLine;
import candour.response.pack.PackContents.CoverLetter;
import candour.response.pack.PackContents.FurtherLetter;
import candour.response.pack.PackContents.Redress;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts the cover letter into words: every item of Article 15, and the ways to disagree. */
record Letter(Material material, Speech speech, boolean homeOffice, Regime regime) {

  CoverLetter write() {
    Map<ChecklistItem, ChecklistAnswer> answers = new EnumMap<>(ChecklistItem.class);
    for (var item : ChecklistItem.values()) {
      answers.put(item, answer(item));
    }
    return new CoverLetter(
        answers, redress(material.withholds() ? "pack.reasons.withheld" : "pack.reasons.nothing"));
  }

  /** The letter of a further answer: what changed, and the ways to disagree. */
  FurtherLetter further(LocalDate answeredOn, List<ChangeLine> changes) {
    return new FurtherLetter(
        answeredOn,
        changes,
        redress(material.withholds() ? "pack.further.withheld" : "pack.further.nothing"));
  }

  private ChecklistAnswer answer(ChecklistItem item) {
    return switch (item) {
      case CONFIRM -> new Given(confirm());
      case C_RECIPIENTS -> new Given(recipients());
      case G_SOURCE -> new Given(sources());
      case H_ADM -> new NotApplicable(speech.say("pack.no-automated-decisions"));
      case E_RIGHTS, EA_COMPLAIN_CONTROLLER, F_COMPLAIN_COMMISSIONER, ITEM_15_2 ->
          ofTheLiving(item);
      case A_PURPOSES, B_CATEGORIES, D_RETENTION, ITEM_15_3, SEARCH_NOTE ->
          new Given(speech.say("pack.checklist." + item));
    };
  }

  /** A right under UK GDPR, which does not cover the dead (recital 27). */
  private ChecklistAnswer ofTheLiving(ChecklistItem item) {
    return switch (regime) {
      case UK_GDPR -> new Given(speech.say("pack.checklist." + item));
      case DECEASED -> new NotApplicable(speech.say("pack.deceased"));
    };
  }

  private String confirm() {
    return switch (material.outcome()) {
      case DISCLOSED, DISCLOSED_IN_PART, WHOLLY_WITHHELD -> speech.say("pack.confirm.yes");
      case NOTHING_HELD -> speech.say("pack.confirm.nothing");
      case WITHDRAWN, JOINED -> throw new IllegalStateException("A case that has no answer");
    };
  }

  /** By name where there is one (Harrison v Cameron [2024] EWHC 1377 (KB)). */
  private String recipients() {
    var named = named(_ -> true, disclosure -> speech.say(disclosure.askedByKey()));
    return named.isEmpty()
        ? speech.say("pack.recipients.none")
        : speech.say("pack.recipients", named);
  }

  /** What this department asked others for, it holds from them. */
  private String sources() {
    var named =
        named(
            told -> homeOffice && told.askedByKey().equals(AskedBy.HOME_OFFICE.messageKey()),
            DisclosureAboutMe::askedOf);
    return named.isEmpty() ? speech.say("pack.sources") : speech.say("pack.sources.others", named);
  }

  private String named(
      Predicate<DisclosureAboutMe> which, Function<DisclosureAboutMe, String> name) {
    List<String> names =
        material.disclosures().stream()
            .filter(disclosure -> disclosure.disclosedOn() != null && which.test(disclosure))
            .map(name)
            .distinct()
            .sorted()
            .toList();
    return String.join("; ", names);
  }

  private Redress redress(String reasons) {
    var ways =
        switch (regime) {
          case UK_GDPR -> "pack.redress.";
          case DECEASED -> "pack.redress-deceased.";
        };
    return new Redress(
        speech.say(reasons),
        speech.say(ways + "complaint"),
        speech.say(ways + "commissioner"),
        speech.say(ways + "court"));
  }
}
