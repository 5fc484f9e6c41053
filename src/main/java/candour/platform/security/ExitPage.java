package candour.platform.security;

import candour.platform.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Takes somebody who must not be seen here to a page that anybody might look at, and signs them out
 * on the way: the browser's way back leads to nothing of theirs. The browser's store is not
 * cleared, which takes seconds; no page is stored in it.
 */
@Controller
class ExitPage {

  private final KeptForms kept;
  private final Site site;

  ExitPage(KeptForms kept, Site site) {
    this.kept = kept;
    this.site = site;
  }

  /** Another site that leads here signs nobody out (Fetch Metadata Request Headers, W3C). */
  @GetMapping("/exit")
  String exit(HttpServletRequest request, HttpServletResponse response) {
    var from = request.getHeader("Sec-Fetch-Site");
    if (from == null || from.equals("same-origin") || from.equals("none")) {
      kept.forget(Door.PUBLIC, request, response);
      Door.PUBLIC.close(request, response);
    }
    return "redirect:" + site.exitUrl();
  }
}
