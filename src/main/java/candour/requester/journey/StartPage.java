package candour.requester.journey;

import candour.platform.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this service is for, before anything is asked. */
@org.springframework.stereotype.Controller
class StartPage {

  private final Controller controller;

  StartPage(Controller controller) {
    this.controller = controller;
  }

  @GetMapping("/")
  String start(Model model) {
    model.addAttribute("controller", controller);
    return "requester/start";
  }
}
