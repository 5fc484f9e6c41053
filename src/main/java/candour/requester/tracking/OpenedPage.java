package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Visit;
import candour.casework.Visits;
import candour.identity.AuthorityOnRecord;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.platform.RequestHolder;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which officers opened a request: as what, of which unit, and when. */
@Controller
class OpenedPage {

  private static final int ON_A_PAGE = 50;

  private final Visits visits;
  private final ActingForOthers acting;

  OpenedPage(Visits visits, ActingForOthers acting) {
    this.visits = visits;
    this.acting = acting;
  }

  /**
   * A visit as it is told.
   *
   * @param at in London
   */
  record Told(ZonedDateTime at, List<Role> roles, String unit) {

    static Told of(Visit visit) {
      return new Told(visit.openedAt().atZone(Days.LONDON), visit.roles(), visit.unit());
    }
  }

  @GetMapping("/my-request/opened")
  String show(
      @AuthenticationPrincipal RequestHolder holder,
      @RequestParam(required = false) @Nullable UUID after,
      Model model) {
    var reference = new CaseReference(holder.caseId());
    model.addAttribute("times", visits.times(reference));
    model.addAttribute("by", acting.of(reference).map(AuthorityOnRecord::name).orElse(""));
    model.addAttribute(
        "onBehalf",
        visits.onBehalf(reference, ON_A_PAGE).stream()
            .map(view -> view.openedAt().atZone(Days.LONDON))
            .toList());
    var found = visits.of(reference, after, ON_A_PAGE + 1);
    var shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
    model.addAttribute("visits", shown.stream().map(Told::of).toList());
    model.addAttribute("latest", after == null);
    model.addAttribute("next", found.size() > shown.size() ? shown.getLast().id() : null);
    return "requester/opened";
  }
}
