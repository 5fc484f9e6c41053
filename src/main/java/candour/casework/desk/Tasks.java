package candour.casework.desk;

import candour.casework.CaseSummary;
import candour.casework.Searches;
import candour.casework.desk.Overview.Task;
import candour.ledger.Candidate;
import candour.ledger.Ledger;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What remains to be done on a case, as far as casework and what it builds on can tell. */
@Component
class Tasks {

  private final Searches searches;
  private final Ledger ledger;
  private final Words words;

  Tasks(Searches searches, Ledger ledger, Words words) {
    this.searches = searches;
    this.ledger = ledger;
    this.words = words;
  }

  List<Task> of(CaseSummary summary) {
    var answered = !summary.isOpen();
    return List.of(
        identity(summary),
        searches(summary),
        elsewhere(summary, "records", answered),
        elsewhere(summary, "exemptions", answered),
        disclosures(summary),
        elsewhere(summary, "response", answered));
  }

  private Task identity(CaseSummary summary) {
    var confirmed = summary.identityConfirmed();
    return task(
        summary,
        "identity",
        words.say(confirmed ? "overview.task.identity.done" : "overview.task.to-do"),
        confirmed);
  }

  private Task searches(CaseSummary summary) {
    var coverage = searches.coverage(summary.reference());
    return task(
        summary,
        "searches",
        words.say("overview.task.searches.count", coverage.searched(), coverage.systems()),
        coverage.isWhole());
  }

  private Task disclosures(CaseSummary summary) {
    var hidden =
        ledger.candidatesFor(summary.subjectId()).stream()
            .filter(Predicate.not(Candidate::shown))
            .count();
    return task(
        summary, "disclosures", words.say("overview.task.disclosures.count", hidden), hidden == 0);
  }

  private Task elsewhere(CaseSummary summary, String tab, boolean answered) {
    return task(summary, tab, answered ? words.say("overview.task.done") : "", answered);
  }

  private Task task(CaseSummary summary, String tab, String status, boolean done) {
    return new Task(
        words.say("overview.task." + tab),
        "/staff/cases/" + summary.reference() + "/" + tab,
        status,
        done);
  }
}
