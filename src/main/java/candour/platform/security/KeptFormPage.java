package candour.platform.security;

import candour.platform.Acting;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Gives back what somebody sent when their time had run out: they send it again, or leave it. */
@Controller
class KeptFormPage {

  private final KeptForms kept;

  KeptFormPage(KeptForms kept) {
    this.kept = kept;
  }

  @ModelAttribute("door")
  String door(HttpServletRequest request) {
    return Door.of(request).path();
  }

  @GetMapping({"/staff/kept", "/my-request/kept"})
  String show(
      @AuthenticationPrincipal Acting.Bearer somebody, HttpServletRequest request, Model model) {
    var form = kept.find(Door.of(request), somebody, request);
    if (form.isEmpty()) {
      return "redirect:" + Door.of(request).home();
    }
    model.addAttribute("kept", form.get());
    model.addAttribute("words", form.get().words());
    return "platform/kept";
  }

  @PostMapping({"/staff/kept", "/my-request/kept"})
  String leave(HttpServletRequest request) {
    kept.forget(Door.of(request), request);
    return "redirect:" + Door.of(request).home();
  }
}
