package candour.requester;

import candour.audit.ReceiptCheck;
import candour.casework.Casework;
import candour.platform.Acting;
import candour.platform.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where anybody checks whether a request number, or a receipt that somebody holds, is ours. The
 * answer is yes or no, and the same for everything that is not ours.
 */
@Controller
class GenuinePage {

  private static final String VIEW = "requester/genuine";
  private static final int PER_PLACE = 60;

  private final Casework casework;
  private final ReceiptCheck receipts;
  private final Throttle throttle;

  GenuinePage(Casework casework, ReceiptCheck receipts, Throttle throttle) {
    this.casework = casework;
    this.receipts = receipts;
    this.throttle = throttle;
  }

  /** A number, or the contents of both files of a receipt. */
  record Held(
      @NotBlank(message = "{genuine.held.missing}")
          @Size(max = 50_000, message = "{genuine.held.long}")
          String held) {

    Held(@Nullable String held) {
      this.held = held == null ? "" : held;
    }
  }

  @GetMapping("/log/genuine")
  String ask(Model model) {
    model.addAttribute("receipt", new Held(null));
    return VIEW;
  }

  @PostMapping("/log/genuine")
  String check(
      @Valid @ModelAttribute("receipt") Held receipt,
      BindingResult errors,
      HttpServletRequest request,
      Model model) {
    if (!throttle.allows("genuine", request.getRemoteAddr(), PER_PLACE)) {
      errors.rejectValue("held", "genuine.held.often");
    }
    if (!errors.hasErrors()) {
      model.addAttribute("genuine", isNumber(receipt.held()) || receipts.isOurs(receipt.held()));
    }
    return VIEW;
  }

  /** Every number has its entry in the log: a request without one is never there. */
  private boolean isNumber(String held) {
    return Acting.system().call(() -> casework.numbered(held)).isPresent();
  }
}
