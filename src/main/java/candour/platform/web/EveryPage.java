package candour.platform.web;

import candour.platform.Controller;
import candour.platform.Site;
import candour.platform.security.Door;
import candour.platform.security.TimeLeft;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows of this installation, and how it reads what is typed. */
@ControllerAdvice
class EveryPage {

  /** What the layouts' footer says; in templates as {@code site}. */
  record Footer(URI sourceUrl, String controllerName) {}

  private static final List<String> HIDEABLE =
      List.of("/request/", "/my-request", "/asked-for-you/");

  private final Site site;
  private final Controller controller;

  EveryPage(Site site, Controller controller) {
    this.site = site;
    this.controller = controller;
  }

  @ModelAttribute("site")
  Footer footer(Locale locale) {
    var welsh = locale.getLanguage().equals("cy");
    return new Footer(site.sourceUrl(), welsh ? controller.nameCy() : controller.name());
  }

  /**
   * What this page's address asks for beside the language, ready for one more parameter; in
   * templates as {@code asked}.
   */
  @ModelAttribute("asked")
  String asked(HttpServletRequest request) {
    return Stream.of(Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1))
        .filter(each -> !each.isEmpty() && !each.startsWith("lang="))
        .map(each -> each + '&')
        .collect(Collectors.joining("", "?", ""));
  }

  /**
   * Whoever is signed in at the door of this page, or of the one that failed; in templates as
   * {@code signedIn}.
   */
  @ModelAttribute("signedIn")
  SignedIn signedIn(@Nullable Authentication here, HttpServletRequest request) {
    var failed = failedBehind(request);
    var who = failed == null ? here : failed.whoCameIn(request);
    return SignedIn.of(who == null ? null : who.getPrincipal());
  }

  /** For how long they stay so without doing anything; in templates as {@code timeLeft}. */
  @ModelAttribute("timeLeft")
  @Nullable TimeLeft timeLeft(@Nullable Authentication here, HttpServletRequest request) {
    var failed = failedBehind(request);
    return failed == null
        ? TimeLeft.of(Door.of(request.getRequestURI()), here)
        : TimeLeft.of(failed, failed.whoCameIn(request));
  }

  /**
   * Where somebody is taken who must leave this page at once, on pages that tell what they are
   * about; in templates as {@code exit}.
   */
  @ModelAttribute("exit")
  @Nullable String exit(@Nullable Authentication here, HttpServletRequest request) {
    var path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
            ? failed
            : request.getRequestURI();
    if (HIDEABLE.stream().noneMatch(path::startsWith)) {
      return null;
    }
    return here == null ? site.exitUrl().toString() : "/exit";
  }

  /**
   * The layout of an error page: whoever stands behind a door sees the ways on that lie behind it.
   */
  @ModelAttribute("layout")
  @Nullable String layout(HttpServletRequest request) {
    var failed = failedBehind(request);
    return failed == null ? null : "layouts/" + failed.path();
  }

  private static @Nullable Door failedBehind(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
        ? Door.of(failed)
        : null;
  }

  @InitBinder
  void readText(WebDataBinder binder) {
    binder.registerCustomEditor(String.class, new CanonicalText());
  }
}
