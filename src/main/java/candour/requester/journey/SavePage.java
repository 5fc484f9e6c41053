package candour.requester.journey;

import candour.notifications.Mail;
import candour.notifications.Notifications;
import candour.platform.Days;
import candour.platform.MailAddress;
import candour.platform.Site;
import candour.platform.Throttle;
import candour.requester.tracking.Browser;
import candour.requester.tracking.Browsers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Gives somebody who stops halfway a link and a code to go on with, by mail or to write down. */
@Controller
class SavePage {

  static final String PATH = "/request/save";
  private static final String VIEW = "requester/save";
  private static final int PER_ADDRESS = 5;
  private static final int PER_PLACE = 30;

  private final Drafts drafts;
  private final DraftLinks links;
  private final Browsers browsers;
  private final Notifications notifications;
  private final Throttle throttle;
  private final Site site;
  private final Days days;

  SavePage(
      Drafts drafts,
      DraftLinks links,
      Browsers browsers,
      Notifications notifications,
      Throttle throttle,
      Site site,
      Days days) {
    this.drafts = drafts;
    this.links = links;
    this.browsers = browsers;
    this.notifications = notifications;
    this.throttle = throttle;
    this.site = site;
    this.days = days;
  }

  /** Where the link is to go; empty for whoever writes it down. */
  record LinkTo(@MailAddress(message = "{save.email.wrong}") String email) {

    LinkTo(@Nullable String email) {
      this.email = Answer.text(email).strip();
    }
  }

  @GetMapping(PATH)
  String ask(@CurrentDraft Draft draft, Model model) {
    var known = draft.answers().find(HowToReachYou.class).map(HowToReachYou::email).orElse("");
    model.addAttribute("linkTo", new LinkTo(known));
    model.addAttribute("next", draft.next());
    return VIEW;
  }

  @PostMapping(PATH)
  String save(
      @CurrentDraft Draft draft,
      @Valid LinkTo linkTo,
      BindingResult errors,
      Locale language,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!errors.hasErrors() && !maySend(linkTo.email(), request.getRemoteAddr())) {
      errors.rejectValue("email", "save.email.often");
    }
    if (errors.hasErrors()) {
      model.addAttribute("next", draft.next());
      return VIEW;
    }
    var browser = browsers.known(request, response);
    return "redirect:" + PATH + "/" + link(draft, linkTo.email(), language, browser);
  }

  private boolean maySend(String email, String place) {
    return email.isEmpty()
        || throttle.allows("draft-link-place", place, PER_PLACE)
            && throttle.allows("draft-link", email.toLowerCase(Locale.ROOT), PER_ADDRESS);
  }

  private String link(Draft draft, String email, Locale language, Browser browser) {
    return drafts.asVisitor(
        draft.id(),
        () -> {
          var token = links.issue(draft.id(), browser);
          if (!email.isEmpty()) {
            var link = Map.of("link", site.link(ReturnPage.PATH + token));
            notifications.mail(new Mail("saved", email, language, link));
          }
          return token;
        });
  }

  /** The code, and the address for whoever had no mail sent: once the button was pressed. */
  @GetMapping(PATH + "/{token}")
  String saved(
      @CurrentDraft Draft draft,
      @PathVariable String token,
      HttpServletRequest request,
      Model model) {
    if (!links.leadsOn(token)) {
      return "redirect:" + PATH;
    }
    browsers.find(request).ifPresent(browser -> model.addAttribute("code", browser.code()));
    model.addAttribute("address", site.link(ReturnPage.PATH + token));
    model.addAttribute("until", days.today().plusDays(Drafts.LIFE.toDays()));
    model.addAttribute("next", draft.next());
    return "requester/saved";
  }
}
