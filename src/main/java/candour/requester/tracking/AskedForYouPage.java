package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.Casework;
import candour.identity.AuthorityOnRecord;
import candour.identity.Representations;
import candour.platform.Acting;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.Tokens;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a person sees who asks for them, on what basis, and objects: by the secret link that they
 * alone were sent. It shows nothing of what is held about them.
 */
@org.springframework.stereotype.Controller
class AskedForYouPage {

  private static final String VIEW = "requester/asked-for-you";

  private final Representations representations;
  private final ActingForOthers acting;
  private final Casework casework;
  private final Controller controller;
  private final Days days;
  private final TransactionTemplate transaction;

  AskedForYouPage(
      Representations representations,
      ActingForOthers acting,
      Casework casework,
      Controller controller,
      Days days,
      PlatformTransactionManager transactions) {
    this.representations = representations;
    this.acting = acting;
    this.casework = casework;
    this.controller = controller;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Why they object, if they say. */
  record TakingBack(@Size(max = 4_000, message = "{asked-for-you.words.long}") String words) {

    TakingBack(@Nullable String words) {
      this.words = words == null ? "" : words.strip();
    }
  }

  @GetMapping("/asked-for-you/{token}")
  String show(
      @PathVariable String token,
      TakingBack takingBack,
      HttpServletResponse response,
      Model model) {
    model.addAttribute("token", token);
    return page(told(token), response, model);
  }

  @PostMapping("/asked-for-you/{token}")
  String object(
      @PathVariable String token,
      @Valid TakingBack takingBack,
      BindingResult errors,
      HttpServletResponse response,
      Model model) {
    var told = told(token);
    model.addAttribute("token", token);
    if (errors.hasErrors() || told.isEmpty()) {
      return page(told, response, model);
    }
    asPortal(() -> {
      casework
          .madeBy(told.get().requesterId())
          .forEach(reference -> acting.object(reference, takingBack.words()));
      return true;
    });
    return "redirect:/asked-for-you/" + token;
  }

  private String page(Optional<AuthorityOnRecord> told, HttpServletResponse response, Model model) {
    if (told.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return "requester/link-gone";
    }
    var record = told.get();
    model.addAttribute("by", record.representative());
    model.addAttribute("authority", record.authority());
    model.addAttribute("over", !record.on(days.today()).isInForce());
    model.addAttribute("lastDay", record.lastDay());
    model.addAttribute("controller", controller);
    return VIEW;
  }

  private Optional<AuthorityOnRecord> told(String token) {
    return asPortal(() -> representations.toldBy(Tokens.hash(token)));
  }

  private <T> T asPortal(Supplier<T> work) {
    return Acting.system().call(() -> transaction.execute(_ -> work.get()));
  }
}
