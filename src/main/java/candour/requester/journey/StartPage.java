package candour.requester.journey;

import candour.platform.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this service is for, and the way back to a request that this browser has begun. */
@org.springframework.stereotype.Controller
class StartPage {

  private final Controller controller;

  StartPage(Controller controller) {
    this.controller = controller;
  }

  @GetMapping("/")
  String start(@CurrentDraft Draft draft, Model model) {
    model.addAttribute("controller", controller);
    if (draft.isBegun()) {
      model.addAttribute("next", draft.next());
    }
    return "requester/start";
  }
}
