package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.Casework;
import candour.casework.Parties;
import candour.casework.Visits;
import candour.identity.AuthorityOnRecord;
import candour.identity.AuthorityToAct.Reach;
import candour.identity.Representations;
import candour.platform.Acting;
import candour.platform.Controller;
import candour.platform.Days;
import candour.platform.Throttle;
import candour.platform.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
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
  private static final int PER_HOUR = 5;

  private final Representations representations;
  private final ActingForOthers acting;
  private final Casework casework;
  private final Parties parties;
  private final Visits visits;
  private final LinkPost linkPost;
  private final Browsers browsers;
  private final Throttle throttle;
  private final Controller controller;
  private final Days days;
  private final TransactionTemplate transaction;

  AskedForYouPage(
      Representations representations,
      ActingForOthers acting,
      Casework casework,
      Parties parties,
      Visits visits,
      LinkPost linkPost,
      Browsers browsers,
      Throttle throttle,
      Controller controller,
      Days days,
      PlatformTransactionManager transactions) {
    this.representations = representations;
    this.acting = acting;
    this.casework = casework;
    this.parties = parties;
    this.visits = visits;
    this.linkPost = linkPost;
    this.browsers = browsers;
    this.throttle = throttle;
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
      Following following,
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
    model.addAttribute("following", new Following(null));
    if (errors.hasErrors() || told.isEmpty()) {
      return page(told, response, model);
    }
    asPortal(() -> {
      casework
          .casesOf(told.get().requesterId())
          .forEach(reference -> acting.object(reference, takingBack.words()));
      return true;
    });
    return "redirect:/asked-for-you/{token}";
  }

  /** Where the person themselves wants to be mailed a way in, if no mail reached them yet. */
  record Following(
      @Size(max = 254, message = "{how-to-reach-you.email.wrong}")
          @Email(message = "{how-to-reach-you.email.wrong}")
          String email) {

    Following(@Nullable String email) {
      this.email = email == null ? "" : email.strip();
    }
  }

  @GetMapping("/asked-for-you/{token}/follow")
  String back(@PathVariable String token) {
    return "redirect:/asked-for-you/{token}";
  }

  /** The link that they get opens in this browser: it shows that what reached them still does. */
  @PostMapping("/asked-for-you/{token}/follow")
  String follow(
      @PathVariable String token,
      @Valid Following following,
      BindingResult errors,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var told = told(token);
    var reach = told.map(it -> it.authority().reach()).orElse(Reach.NOBODY);
    var email = reach.email() == null ? following.email() : reach.email();
    if (email.isEmpty()) {
      errors.rejectValue("email", "how-to-reach-you.email.wrong");
    }
    if (!throttle.allows("follow", token, PER_HOUR)) {
      errors.rejectValue("email", "asked-for-you.often");
    }
    if (told.isEmpty() || errors.hasErrors()) {
      model.addAttribute("token", token);
      model.addAttribute("takingBack", new TakingBack(null));
      return page(told, response, model);
    }
    var browser = browsers.known(request, response);
    asPortal(() -> {
      for (var reference : casework.casesOf(told.get().requesterId())) {
        var id = parties.join(reference, email, reach.phone(), reach.postalAddress());
        linkPost.send(new LinkPost.Entrance(reference, id), browser);
      }
      return true;
    });
    return "redirect:/my-request/link/sent";
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
    model.addAttribute("hasMail", record.authority().reach().email() != null);
    model.addAttribute(
        "views",
        asPortal(() ->
            casework.casesOf(record.requesterId()).stream()
                .flatMap(reference -> visits.onBehalf(reference, 20).stream())
                .map(view -> view.openedAt().atZone(Days.LONDON))
                .toList()));
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
