package candour.requester.tracking;

import candour.platform.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks for a link into a request; the answer is the same whether there is one or not. */
@Controller
class LinkPage {

  private static final String VIEW = "requester/link";
  private static final int PER_ADDRESS = 5;
  private static final int PER_PLACE = 30;

  private final LinkRequests requests;
  private final Browsers browsers;
  private final Throttle throttle;

  LinkPage(LinkRequests requests, Browsers browsers, Throttle throttle) {
    this.requests = requests;
    this.browsers = browsers;
    this.throttle = throttle;
  }

  /** The e-mail address that was given, or the number of the request. */
  record WayIn(
      @NotEmpty(message = "{link.by.missing}") @Size(max = 254, message = "{link.by.long}")
          String by) {

    WayIn(@Nullable String by) {
      this.by = by == null ? "" : by;
    }
  }

  @GetMapping("/my-request/link")
  String ask(Model model) {
    model.addAttribute("wayIn", new WayIn(null));
    return VIEW;
  }

  @PostMapping("/my-request/link")
  String send(
      @Valid WayIn wayIn,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!errors.hasErrors() && !mayAsk(wayIn.by(), request.getRemoteAddr())) {
      errors.rejectValue("by", "link.by.often");
    }
    if (errors.hasErrors()) {
      return VIEW;
    }
    requests.ask(wayIn.by(), browsers.known(request, response));
    return "redirect:/my-request/link/sent";
  }

  private boolean mayAsk(String by, String place) {
    return throttle.allows("link-place", place, PER_PLACE)
        && throttle.allows("link", by.toLowerCase(Locale.ROOT), PER_ADDRESS);
  }

  @GetMapping("/my-request/link/sent")
  String sent(HttpServletRequest request, Model model) {
    browsers.find(request).ifPresent(browser -> model.addAttribute("code", browser.code()));
    return "requester/link-sent";
  }
}
