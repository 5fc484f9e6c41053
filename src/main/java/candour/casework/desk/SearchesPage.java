package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.RecordSystem;
import candour.casework.SearchCertificate;
import candour.casework.SearchResult;
import candour.casework.Searches;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where was searched for what, and what came of it; and where nobody has searched yet. */
@Controller
class SearchesPage {

  private final Searches searches;
  private final Casework casework;
  private final ClueWords clues;
  private final Words words;

  SearchesPage(Searches searches, Casework casework, ClueWords clues, Words words) {
    this.searches = searches;
    this.casework = casework;
    this.clues = clues;
    this.words = words;
  }

  /** A search as it is on record. */
  record Certificate(String system, List<Row> rows) {}

  @GetMapping("/staff/cases/{reference}/searches")
  String show(@PathVariable CaseReference reference, @CurrentOfficer Officer officer, Model model) {
    var certificates = searches.certificates(reference);
    model.addAttribute("certificates", certificates.stream().map(this::certificate).toList());
    model.addAttribute("missing", missing(certificates));
    model.addAttribute("clues", clues.rows(casework.facts(reference).requesterId()));
    model.addAttribute("mayWork", officer.worksOnCases());
    return "casework/searches";
  }

  private List<String> missing(List<SearchCertificate> certificates) {
    var searched = certificates.stream().map(certificate -> certificate.system().id()).toList();
    return searches.systems().stream()
        .filter(system -> !searched.contains(system.id()))
        .map(this::name)
        .toList();
  }

  private Certificate certificate(SearchCertificate search) {
    return new Certificate(
        name(search.system()),
        List.of(
            Row.of(words.say("searches.result"), result(search.result())),
            Row.of(words.say("searches.terms"), search.terms().lines().toArray(String[]::new)),
            Row.of(words.say("searches.period"), search.periodFrom(), search.periodTo()),
            Row.of(words.say("searches.notes"), search.notes().lines().toArray(String[]::new)),
            Row.of(
                words.say("searches.by"),
                search.searchedBy() + ", " + words.date(search.searchedOn()))));
  }

  private String result(SearchResult result) {
    return switch (result) {
      case SearchResult.Found found -> words.say("searches.found", found.records());
      case SearchResult.NoInformationHeld _ -> words.say("searches.no-information-held");
      case SearchResult.NeverHeld _ -> words.say("searches.never-held");
      case SearchResult.DestroyedUnderPolicy(var what) ->
          words.say(
              "searches.destroyed",
              words.either(what.nameEn(), what.nameCy()),
              words.either(what.destroyedEn(), what.destroyedCy()),
              words.either(what.authorityEn(), what.authorityCy()));
    };
  }

  private String name(RecordSystem system) {
    return words.either(system.nameEn(), system.nameCy());
  }
}
