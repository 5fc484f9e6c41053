package candour.platform.security;

import static java.util.Objects.requireNonNull;

import candour.platform.Acting;
import candour.platform.CurrentOfficer;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks officers and committee staff for a password, then for a code; each at their own door. */
@Controller
class SignInPages {

  /** What is typed on the first page; lengths are judged where the password is. */
  record UsernameAndPassword(@Nullable String username, @Nullable String password) {}

  /** What is typed on the second. */
  record SixDigits(@Nullable String code) {}

  private final SignIn signIn;
  private final Sessions sessions;
  private final KeptForms kept;

  SignInPages(SignIn signIn, Sessions sessions, KeptForms kept) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.kept = kept;
  }

  @ModelAttribute("door")
  String door(HttpServletRequest request) {
    return Door.of(request).path();
  }

  @GetMapping({"/staff/sign-in", "/committee/sign-in"})
  String ask(Model model) {
    model.addAttribute(new UsernameAndPassword(null, null));
    return "platform/sign-in";
  }

  @PostMapping({"/staff/sign-in", "/committee/sign-in"})
  String password(
      UsernameAndPassword given,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response) {
    var door = Door.of(request);
    var who =
        signIn.withPassword(
            door, text(given.username()), text(given.password()), Network.of(request));
    if (who.isEmpty()) {
      errors.reject("sign-in.wrong");
      return "platform/sign-in";
    }
    door.open(who.get(), request, response);
    return "redirect:/" + door.path() + "/code";
  }

  @GetMapping({"/staff/code", "/committee/code"})
  String askCode(
      @AuthenticationPrincipal @Nullable Candidate candidate,
      HttpServletRequest request,
      Model model) {
    if (candidate == null || !signIn.isWaiting(candidate)) {
      return "redirect:/" + Door.of(request).path() + "/sign-in";
    }
    model.addAttribute(new SixDigits(null));
    return "platform/code";
  }

  @PostMapping({"/staff/code", "/committee/code"})
  String code(
      @AuthenticationPrincipal @Nullable Candidate candidate,
      SixDigits given,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response) {
    var door = Door.of(request);
    if (candidate == null || !signIn.isWaiting(candidate)) {
      return "redirect:/" + door.path() + "/sign-in";
    }
    var who = signIn.withCode(candidate, text(given.code()), Network.of(request));
    if (who.isEmpty()) {
      errors.rejectValue("code", "code.wrong");
      return "platform/code";
    }
    letIn(door, candidate, who.get(), request, response);
    var somebody = (Acting.Bearer) requireNonNull(who.get().getPrincipal());
    return "redirect:" + kept.welcome(door, somebody, request, response);
  }

  /** To whatever an officer's work begins with. */
  @GetMapping("/staff")
  String home(@CurrentOfficer Officer officer) {
    return "redirect:/staff/" + (officer.is(Role.ADMINISTRATOR) ? "accounts" : "worklist");
  }

  /** One session at a time: any other of the same account ends. */
  private void letIn(
      Door door,
      Candidate candidate,
      Authentication who,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession session = request.getSession();
    sessions.endOthers(candidate.account(), session.getId());
    door.open(who, request, response);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
