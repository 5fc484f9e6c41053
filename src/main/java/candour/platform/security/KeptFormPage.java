package candour.platform.security;

import candour.platform.Acting;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
  private final MessageSource messages;

  KeptFormPage(KeptForms kept, MessageSource messages) {
    this.kept = kept;
    this.messages = messages;
  }

  @ModelAttribute("door")
  String door(HttpServletRequest request) {
    return Door.of(request).path();
  }

  @GetMapping({"/staff/kept", "/my-request/kept"})
  String show(
      @AuthenticationPrincipal Acting.Bearer somebody,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var form = kept.find(Door.of(request), somebody, request);
    if (form.isEmpty()) {
      return "redirect:" + Door.of(request).home();
    }
    model.addAttribute("kept", form.get());
    model.addAttribute("token", kept.token(Door.of(request), form.get()));
    model.addAttribute("words", form.get().words());
    model.addAttribute("files", form.get().names(true));
    model.addAttribute("lost", form.get().names(false));
    model.addAttribute("place", place(form.get(), locale));
    return "platform/kept";
  }

  /** Null where the page has no name. */
  private @Nullable String place(KeptForm form, Locale locale) {
    return form.page().stream()
        .flatMap(key -> Optional.ofNullable(messages.getMessage(key, null, null, locale)).stream())
        .findFirst()
        .orElse(null);
  }

  @PostMapping({"/staff/kept", "/my-request/kept"})
  String leave(HttpServletRequest request) {
    kept.forget(Door.of(request), request);
    return "redirect:" + Door.of(request).home();
  }
}
