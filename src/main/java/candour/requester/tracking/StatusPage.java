package candour.requester.tracking;

import candour.casework.AnswerBy;
import candour.casework.CaseReference;
import candour.casework.Progress;
import candour.platform.RequestHolder;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a request stands, when its answer is due and why, and to whom data were disclosed. */
@Controller
class StatusPage {

  private final Standing standing;
  private final ClockWords clockWords;
  private final DisclosureCards cards;

  StatusPage(Standing standing, ClockWords clockWords, DisclosureCards cards) {
    this.standing = standing;
    this.clockWords = clockWords;
    this.cards = cards;
  }

  @GetMapping("/my-request")
  String show(@AuthenticationPrincipal RequestHolder holder, Locale locale, Model model) {
    var now = standing.of(new CaseReference(holder.caseId()), locale);
    var progress = now.progress();
    model.addAttribute("progress", progress);
    model.addAttribute("steps", Steps.of(progress.step()));
    model.addAttribute("due", clockWords.due(progress.answerBy(), locale));
    model.addAttribute("reasons", reasons(progress, locale));
    model.addAttribute("lifting", now.lifting());
    model.addAttribute("waiting", progress.answerBy() instanceof AnswerBy.Stopped);
    model.addAttribute("answered", progress.isAnswered());
    model.addAttribute("twins", now.twins());
    model.addAttribute("joinedTo", now.joinedTo());
    model.addAttribute("further", now.further());
    model.addAttribute("disclosures", cards.of(now.disclosures(), locale));
    model.addAttribute("keptBack", now.keptBack());
    model.addAttribute("mayReceive", now.mayReceive());
    model.addAttribute("complaints", now.complaints());
    model.addAttribute("corrections", now.corrections());
    return "requester/my-request";
  }

  private List<String> reasons(Progress progress, Locale locale) {
    var why = progress.answerBy().reasons();
    return switch (progress.regime()) {
      case UK_GDPR -> clockWords.reasons(why, locale);
      case DECEASED -> clockWords.noReasons(why, locale);
    };
  }
}
