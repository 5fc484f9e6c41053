package candour.requester.journey;

import candour.casework.CaseSummary;
import candour.casework.Casework;
import candour.casework.Correspondence;
import candour.platform.CurrentOfficer;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Puts on record what an officer has entered, and says what follows from it. */
@Controller
class EnterPage {

  private final Submission submission;
  private final Drafts drafts;
  private final Casework casework;
  private final Correspondence correspondence;
  private final MessageSource messages;
  private final Days days;

  EnterPage(
      Submission submission,
      Drafts drafts,
      Casework casework,
      Correspondence correspondence,
      MessageSource messages,
      Days days) {
    this.submission = submission;
    this.drafts = drafts;
    this.casework = casework;
    this.correspondence = correspondence;
    this.messages = messages;
    this.days = days;
  }

  /**
   * Puts it on record under the officer's own name; sent twice, it is one request.
   *
   * @throws Refusal {@code own-request} if it is the officer's own
   */
  @PostMapping(EnteringGate.DRAFT + "/check-your-answers")
  String enter(@CurrentDraft Draft draft, @CurrentOfficer Officer officer) {
    return "redirect:" + submission.enter(draft, draft.enteredAs(), officer).next();
  }

  @GetMapping(EnteringGate.DRAFT + "/sent")
  String entered(@CurrentDraft Draft draft, Model model) {
    var sent = draft.sent();
    if (sent == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    var summary = casework.summary(casework.numbered(sent.number()).orElseThrow());
    model.addAttribute("sent", sent);
    model.addAttribute("summary", summary);
    model.addAttribute("gap", draft.enteredAs().arrival().gap());
    model.addAttribute("overdue", isOverdue(summary));
    return "requester/entered";
  }

  private boolean isOverdue(CaseSummary summary) {
    return summary.isOverdueOn(days.today());
  }

  /** Makes room, in its own messages, for a scan of what came. */
  @PostMapping(EnteringGate.DRAFT + "/scan")
  String scan(@CurrentDraft Draft draft, @CurrentOfficer Officer officer) {
    var sent = Objects.requireNonNull(draft.sent(), "the gate lets nothing else pass");
    var entry = draft.enteredAs();
    var reference = casework.numbered(sent.number()).orElseThrow();
    var words = messages.getMessage("entered.as-it-came", null, entry.locale());
    var letter = correspondence.asItCame(reference, officer, words, entry.receivedOn());
    return "redirect:/staff/cases/" + reference + "/messages/" + letter + "/files";
  }

  /** Lets go of what was begun and not put on record. */
  @PostMapping(EnteringGate.DRAFT + "/forget")
  String forget(@CurrentDraft Draft draft) {
    drafts.forget(draft.id());
    return "redirect:" + EnteringGate.PATH;
  }
}
