package candour.platform.security;

import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Throttle;
import candour.platform.Totp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One-time code, then a password, then an authenticator: how an account becomes its holder's. */
@Controller
class EnrolPages {

  private static final int GUESSES_A_NETWORK = 30;
  private static final String CHOICES = "candour.enrolment";

  /** What is typed on the three pages. */
  record OneTimeCode(@Nullable String code) {}

  /** A password to keep. */
  record NewPassword(@Nullable String password) {}

  /** What the authenticator shows. */
  record Confirmation(@Nullable String code) {}

  /** What has been chosen so far, with the secret sealed; kept in the session. */
  record Choices(Enrolment enrolment, @Nullable String passwordHash, byte[] sealedSecret)
      implements Serializable {}

  private final Enrolments enrolments;
  private final Throttle throttle;
  private final Days days;

  EnrolPages(Enrolments enrolments, Throttle throttle, Days days) {
    this.enrolments = enrolments;
    this.throttle = throttle;
    this.days = days;
  }

  @ModelAttribute("door")
  String door(HttpServletRequest request) {
    return Door.of(request).path();
  }

  @GetMapping({"/staff/enrol", "/committee/enrol"})
  String ask(Model model) {
    model.addAttribute(new OneTimeCode(null));
    return "platform/enrol";
  }

  @PostMapping({"/staff/enrol", "/committee/enrol"})
  String code(OneTimeCode given, BindingResult errors, HttpServletRequest request) {
    var network = Network.of(request);
    if (!throttle.allows("enrolment", network, GUESSES_A_NETWORK)) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var door = Door.of(request);
    var choices = Acting.system().call(() -> begin(door, given.code()));
    if (choices.isEmpty()) {
      errors.rejectValue("code", "enrol.wrong");
      return "platform/enrol";
    }
    throttle.forgive("enrolment", network);
    keep(choices.get(), request);
    return "redirect:/" + door.path() + "/enrol/password";
  }

  @GetMapping({"/staff/enrol/password", "/committee/enrol/password"})
  String askPassword(HttpServletRequest request, Model model) {
    model.addAttribute(new NewPassword(null));
    return choices(request).isPresent() ? "platform/enrol-password" : again(request);
  }

  @PostMapping({"/staff/enrol/password", "/committee/enrol/password"})
  String password(NewPassword given, BindingResult errors, HttpServletRequest request) {
    var so = choices(request);
    if (so.isEmpty()) {
      return again(request);
    }
    var enrolment = so.get().enrolment();
    var password = given.password() == null ? "" : given.password();
    Passwords.weakness(password, enrolment.username())
        .ifPresent(weakness -> errors.rejectValue("password", weakness));
    if (errors.hasErrors()) {
      return "platform/enrol-password";
    }
    keep(new Choices(enrolment, Passwords.hash(password), so.get().sealedSecret()), request);
    return "redirect:/" + Door.of(request).path() + "/enrol/authenticator";
  }

  @GetMapping({"/staff/enrol/authenticator", "/committee/enrol/authenticator"})
  String askAuthenticator(HttpServletRequest request, Model model) {
    model.addAttribute(new Confirmation(null));
    return withPassword(request)
        .map(so -> authenticator(so, model))
        .orElseGet(() -> again(request));
  }

  @GetMapping({"/staff/enrol/picture", "/committee/enrol/picture"})
  ResponseEntity<byte[]> picture(HttpServletRequest request) {
    return withPassword(request)
        .map(so -> QrCode.png(totp(so).address("Candour", so.enrolment().username())))
        .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
        .orElse(ResponseEntity.notFound().build());
  }

  @PostMapping({"/staff/enrol/authenticator", "/committee/enrol/authenticator"})
  String confirm(
      Confirmation given,
      BindingResult errors,
      HttpServletRequest request,
      Model model,
      RedirectAttributes then) {
    var so = withPassword(request);
    if (so.isEmpty()) {
      return again(request);
    }
    var totp = totp(so.get());
    var code = given.code() == null ? "" : given.code().replaceAll("\\s", "");
    var step = totp.accept(code, days.now(), 0);
    if (step.isEmpty()) {
      errors.rejectValue("code", "code.wrong");
      return authenticator(so.get(), model);
    }
    var hash = String.valueOf(so.get().passwordHash());
    Acting.system()
        .run(() -> enrolments.finish(so.get().enrolment(), hash, totp, step.getAsLong()));
    request.getSession().removeAttribute(CHOICES);
    then.addFlashAttribute("enrolled", true);
    return "redirect:/" + Door.of(request).path() + "/sign-in";
  }

  private Optional<Choices> begin(Door door, @Nullable String code) {
    return enrolments
        .begin(code == null ? "" : code)
        .filter(enrolment -> enrolment.kind() == door.kind())
        .map(it -> new Choices(it, null, enrolments.seal(it, Totp.fresh())));
  }

  private String authenticator(Choices so, Model model) {
    model.addAttribute("secret", totp(so).words());
    return "platform/enrol-authenticator";
  }

  private Totp totp(Choices so) {
    return Acting.system().call(() -> enrolments.open(so.enrolment(), so.sealedSecret()));
  }

  private static void keep(Choices so, HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    request.getSession().setAttribute(CHOICES, so);
  }

  /** What was chosen so far at this door, if a code was shown in this session. */
  private static Optional<Choices> choices(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return Optional.ofNullable(session)
        .map(it -> (Choices) it.getAttribute(CHOICES))
        .filter(so -> so.enrolment().kind() == Door.of(request).kind());
  }

  private static Optional<Choices> withPassword(HttpServletRequest request) {
    return choices(request).filter(so -> so.passwordHash() != null);
  }

  private static String again(HttpServletRequest request) {
    return "redirect:/" + Door.of(request).path() + "/enrol";
  }
}
