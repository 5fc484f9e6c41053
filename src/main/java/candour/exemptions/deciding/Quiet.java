package candour.exemptions.deciding;

import candour.casework.CaseReference;
import candour.exemptions.Background;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Silence;
import candour.exemptions.Silences;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages show on which going on not telling is proposed and decided on. */
@Component
class Quiet {

  /**
   * One occasion after the first on which not telling was considered.
   *
   * @param state the key of the words for what became of it
   * @param proposer by name
   * @param decider by name; null while nobody has decided
   */
  record Occasion(String state, Silence about, String proposer, @Nullable String decider) {}

  private final Exemptions exemptions;
  private final Silences silences;
  private final Background background;

  Quiet(Exemptions exemptions, Silences silences, Background background) {
    this.exemptions = exemptions;
    this.silences = silences;
    this.background = background;
  }

  /** The determination and each reason for not telling so far; where there is none, no page. */
  void show(CaseReference reference, DeterminationId id, Model model) {
    var shown = Shown.of(exemptions.get(reference, id));
    if (shown.decidedNotTold() == null || shown.ruling() == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("determination", shown);
    model.addAttribute("proposer", background.officer(shown.proposal().proposedBy()));
    model.addAttribute("approver", background.officer(shown.ruling().by()));
    model.addAttribute("occasions", occasions(reference, id));
  }

  /** Every occasion after the first, the oldest first. */
  List<Occasion> occasions(CaseReference reference, DeterminationId id) {
    return silences.of(reference, id).stream().map(this::shown).toList();
  }

  Occasion shown(Silence silence) {
    var verdict = silence.verdict();
    return new Occasion(
        verdict == null ? "proposed" : verdict.approved() ? "approved" : "returned",
        silence,
        background.officer(silence.proposedBy()),
        verdict == null ? null : background.officer(verdict.by()));
  }
}
