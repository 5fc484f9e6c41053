package candour.requester.contact;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.identity.ContactChange;
import candour.identity.ContactChange.Cause;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.RequestHolder;
import candour.platform.Throttle;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * How the office reaches them, and the change that waits to be confirmed. What it is to become is
 * not shown before: whoever reads the old mail may be the one who must not know.
 */
@Controller
class ContactDetailsPage {

  static final String PATH = "/my-request/contact-details";
  private static final String VIEW = "requester/contact-details";
  private static final int PER_HOUR = 10;

  private final ContactDetails contact;
  private final Throttle throttle;

  ContactDetailsPage(ContactDetails contact, Throttle throttle) {
    this.contact = contact;
    this.throttle = throttle;
  }

  /** The code in the letter, as typed. */
  record LetterCode(
      @NotEmpty(message = "{contact-details.code.missing}")
          @Size(max = 40, message = "{contact-details.code.long}")
          String code) {

    LetterCode(@Nullable String code) {
      this.code = code == null ? "" : code;
    }
  }

  @GetMapping(PATH)
  String show(@AuthenticationPrincipal RequestHolder holder, Model model) {
    model.addAttribute("letterCode", new LetterCode(null));
    return page(holder, model);
  }

  /** It may count for their other requests too, which are not open here: the portal does it. */
  @PostMapping(PATH + "/code")
  String confirm(
      @AuthenticationPrincipal RequestHolder holder,
      @Valid LetterCode letterCode,
      BindingResult errors,
      Model model) {
    var change = contact.open(holder.requesterId());
    if (change.isEmpty()) {
      return "redirect:" + PATH;
    }
    if (!throttle.allows("contact-code", holder.requesterId().toString(), PER_HOUR)) {
      errors.rejectValue("code", "contact-details.code.often");
    }
    if (!errors.hasErrors()) {
      var left = Acting.system().call(() -> contact.confirmByCode(change.get(), letterCode.code()));
      if (left.isEmpty()) {
        return "redirect:" + PATH + "?changed";
      }
      if (left.get() == 0) {
        return "redirect:" + PATH + "?guessed";
      }
      errors.rejectValue(
          "code", "contact-details.code.wrong", new Object[] {left.get()}, "contact-details.code");
    }
    return page(holder, model);
  }

  /** Where a refusal was shown, reloading or choosing the other language leads back here. */
  @GetMapping({PATH + "/code", PATH + "/take-back"})
  String back() {
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/take-back")
  String takeBack(@AuthenticationPrincipal RequestHolder holder) {
    contact
        .open(holder.requesterId())
        .ifPresent(
            it -> contact.giveUp(new CaseReference(holder.caseId()), it, Cause.TAKEN_BACK, null));
    return "redirect:" + PATH + "?taken-back";
  }

  private String page(RequestHolder holder, Model model) {
    model.addAttribute("reached", contact.of(holder.requesterId()));
    model.addAttribute(
        "change", contact.open(holder.requesterId()).map(this::waiting).orElse(null));
    return VIEW;
  }

  /** A change that waits, without what it is to become. */
  record Waiting(ContactChange.ConfirmBy by, LocalDate asked, LocalDate until, List<String> also) {}

  private Waiting waiting(ContactChange change) {
    return new Waiting(
        change.confirmBy(),
        Days.of(change.askedAt()),
        Days.of(change.expiresAt()),
        contact.alsoFor(change));
  }
}
