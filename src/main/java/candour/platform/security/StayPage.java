package candour.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
  String stay(
      Authentication who, HttpServletRequest request, HttpServletResponse response, Model model) {
    var door = Door.of(request);
    model.addAttribute("door", door.path());
    model.addAttribute("timeLeft", TimeLeft.of(door, door.stay(who, request, response)));
    return "platform/stay";
  }

  /** The same for a script: how many seconds are left from now on, and until when that is. */
  @GetMapping(
      path = {"/staff/stay", "/committee/stay", "/my-request/stay"},
      produces = MediaType.TEXT_PLAIN_VALUE)
  @ResponseBody
  String left(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    var door = Door.of(request);
    var left = TimeLeft.of(door, door.stay(who, request, response));
    return left == null ? "" : left.seconds() + " " + left.at();
  }
}
