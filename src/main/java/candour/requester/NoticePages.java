package candour.requester;

import candour.platform.Controller;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What everybody may want to know before asking: privacy, accessibility, cookies and where to
 * write.
 */
@org.springframework.stereotype.Controller
class NoticePages {

  private static final List<String> COOKIES =
      List.of(
          "candour-draft", "candour-browser", "candour", "candour-again-public", "form", "lang");

  private final Controller controller;

  NoticePages(Controller controller) {
    this.controller = controller;
  }

  @ModelAttribute
  void controller(Model model) {
    model.addAttribute("controller", controller);
  }

  @GetMapping("/privacy")
  String privacy() {
    return "requester/privacy";
  }

  @GetMapping("/accessibility")
  String accessibility() {
    return "requester/accessibility";
  }

  @GetMapping("/cookies")
  String cookies(Model model) {
    model.addAttribute("names", COOKIES);
    return "requester/cookies";
  }

  @GetMapping("/contact")
  String contact() {
    return "requester/contact";
  }
}
