package candour.requester.contact;

import candour.casework.CaseReference;
import candour.casework.ContactDetails;
import candour.casework.NewWays;
import candour.casework.OtherRequest;
import candour.platform.Refusal;
import candour.platform.RequestHolder;
import candour.platform.Throttle;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks how they are to be reached from now on. */
@Controller
class ChangeContactPage {

  private static final String PATH = ContactDetailsPage.PATH + "/change";
  private static final String VIEW = "requester/change-contact";
  private static final int PER_HOUR = 5;

  private final ContactDetails contact;
  private final Throttle throttle;

  ChangeContactPage(ContactDetails contact, Throttle throttle) {
    this.contact = contact;
    this.throttle = throttle;
  }

  @ModelAttribute("others")
  List<OtherRequest> others(@AuthenticationPrincipal RequestHolder holder, Model model) {
    var others = contact.others(holder.requesterId());
    model.addAttribute("areMany", OtherRequest.areMany(others));
    return others;
  }

  @GetMapping(PATH)
  String ask(
      @AuthenticationPrincipal RequestHolder holder,
      @ModelAttribute("others") List<OtherRequest> others,
      Model model) {
    model.addAttribute("newWays", NewWays.of(contact.of(holder.requesterId()), others));
    return VIEW;
  }

  @PostMapping(PATH)
  String change(
      @AuthenticationPrincipal RequestHolder holder, @Valid NewWays newWays, BindingResult errors) {
    if (newWays.isEmpty()) {
      errors.rejectValue("email", "how-to-reach-you.missing");
    }
    if (!errors.hasErrors()
        && !throttle.allows("contact-change", holder.requesterId().toString(), PER_HOUR)) {
      errors.reject("change-contact.often");
    }
    if (!errors.hasErrors()) {
      try {
        contact.ask(
            new CaseReference(holder.caseId()),
            holder.requesterId(),
            newWays.ways(),
            newWays.also(),
            newWays.isLost(),
            null);
        return "redirect:" + ContactDetailsPage.PATH;
      } catch (Refusal refused) {
        errors.reject("refusal." + refused.rule());
      }
    }
    return VIEW;
  }
}
