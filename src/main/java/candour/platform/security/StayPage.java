package candour.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Keeps somebody signed in who is busy with another page: to have come here is enough. */
@Controller
class StayPage {

  /** Opened beside the other page, so that what is typed there stays. */
  @GetMapping(
      path = {"/staff/stay", "/committee/stay", "/my-request/stay"},
      produces = MediaType.TEXT_HTML_VALUE)
  String stay(HttpServletRequest request, Model model) {
    model.addAttribute("door", Door.of(request).path());
    return "platform/stay";
  }

  /** The same for a script: how many seconds are left from now on, and until when that is. */
  @GetMapping(
      path = {"/staff/stay", "/committee/stay", "/my-request/stay"},
      produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String left(Authentication who, HttpServletRequest request) {
    var left = TimeLeft.of(Door.of(request), who);
    return left == null ? "" : left.seconds() + " " + left.at();
  }
}
