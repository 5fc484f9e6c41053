package candour.requester.journey;

import candour.platform.Cookies;
import candour.requester.tracking.Browsers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Confirms that the request was made; for a while it says so again whenever it is opened. */
@Controller
class SentPage {

  private final Drafts drafts;
  private final Browsers browsers;
  private final Cookies cookies;

  SentPage(Drafts drafts, Browsers browsers, Cookies cookies) {
    this.drafts = drafts;
    this.browsers = browsers;
    this.cookies = cookies;
  }

  @GetMapping("/request/sent")
  String sent(@CurrentDraft Draft draft, HttpServletRequest request, Model model) {
    model.addAttribute("sent", draft.sent());
    model.addAttribute("minutes", Drafts.CONFIRMED.toMinutes());
    browsers.find(request).ifPresent(browser -> model.addAttribute("code", browser.code()));
    return "requester/sent";
  }

  /** Leaves nothing of the draft on this device or here, for whoever shares a computer. */
  @PostMapping("/request/forget")
  String forget(@CurrentDraft Draft draft, HttpServletResponse response) {
    drafts.forget(draft.id());
    cookies.forget(response, Gate.COOKIE);
    return "redirect:/";
  }
}
