package candour.requester.redress;

import candour.casework.CaseReference;
import candour.casework.Complaints;
import candour.platform.RequestHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The three ways for somebody who is not content: the controller, then the Commissioner, and the
 * court (DPA 2018 ss.164A, 165, 167). To the controller there is another way than the form.
 */
@Controller
class NotHappyPage {

  private final Complaints complaints;
  private final candour.platform.Controller controller;

  NotHappyPage(Complaints complaints, candour.platform.Controller controller) {
    this.complaints = complaints;
    this.controller = controller;
  }

  @GetMapping("/my-request/not-happy")
  String show(@AuthenticationPrincipal RequestHolder holder, Model model) {
    model.addAttribute("complaints", complaints.of(new CaseReference(holder.caseId())));
    model.addAttribute("controller", controller);
    return "requester/not-happy";
  }
}
