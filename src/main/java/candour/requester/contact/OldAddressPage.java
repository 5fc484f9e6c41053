package candour.requester.contact;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.ContactDetails;
import candour.identity.ContactChange;
import candour.identity.ContactChange.Cause;
import candour.identity.ContactChange.ConfirmBy;
import candour.platform.Acting;
import candour.platform.Controller;
import candour.platform.Days;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where whoever reads what comes to the old address says whether they asked for a change. It shows
 * neither the matter nor how they are to be reached: the mailbox may be read by somebody else.
 */
@org.springframework.stereotype.Controller
class OldAddressPage {

  private static final String VIEW = "requester/contact-change";

  private final ContactDetails contact;
  private final Casework casework;
  private final Controller controller;
  private final Days days;
  private final TransactionTemplate transaction;

  OldAddressPage(
      ContactDetails contact,
      Casework casework,
      Controller controller,
      Days days,
      PlatformTransactionManager transactions) {
    this.contact = contact;
    this.casework = casework;
    this.controller = controller;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Whether they asked for it. */
  enum Was {
    ME,
    NOT_ME
  }

  @GetMapping("/contact-change/{token}")
  String show(@PathVariable String token, HttpServletResponse response, Model model) {
    return page(token, asPortal(() -> contact.byToken(token)), response, model);
  }

  @PostMapping("/contact-change/{token}")
  String say(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable Was was,
      HttpServletResponse response,
      Model model) {
    var change = asPortal(() -> contact.byToken(token)).filter(it -> it.isOpen(days.now()));
    if (change.isPresent() && was != null) {
      asPortal(() -> said(change.get(), was, token));
    }
    return "redirect:/contact-change/{token}";
  }

  private boolean said(ContactChange change, Was was, String token) {
    if (was == Was.NOT_ME) {
      contact.giveUp(reference(change), change, Cause.NOT_ME, null);
    } else if (change.confirmBy() == ConfirmBy.EMAIL) {
      contact.confirmByLink(change, token);
    }
    return true;
  }

  private CaseReference reference(ContactChange change) {
    return casework.casesOf(change.requesterId()).getFirst();
  }

  private String page(
      String token, Optional<ContactChange> found, HttpServletResponse response, Model model) {
    if (found.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return "requester/link-gone";
    }
    var change = found.get();
    model.addAttribute("token", token);
    model.addAttribute("open", change.isOpen(days.now()));
    model.addAttribute("by", change.confirmBy());
    model.addAttribute("cause", change.ended() == null ? null : change.ended().cause());
    model.addAttribute("controller", controller);
    return VIEW;
  }

  private <T> T asPortal(Supplier<T> work) {
    return Objects.requireNonNull(Acting.system().call(() -> transaction.execute(_ -> work.get())));
  }
}
