package candour.requester.journey;

import candour.platform.Forms;
import candour.platform.Officer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the pages of asking where an officer answers them for somebody: brings the draft
 * that the address names, if it is theirs.
 */
@Configuration(proxyBeanMethods = false)
class EnteringGate implements WebMvcConfigurer, HandlerInterceptor {

  static final String PATH = "/staff/new-request";
  static final String DRAFT = PATH + "/{draft}";
  private static final String ASKING = "/request";

  /** Where a page of asking leads on by its own address. */
  private static final String ELSEWHERE = "redirect:" + ASKING + '/';

  /** The button that leaves open what the person has not said. */
  private static final String UNSAID = "unsaid";

  /** Pages beside the questions, open until it is put on record. */
  private static final List<String> BESIDE = List.of("/request/received", "/request/forget");

  /** And once it is: what came can go with it. */
  static final String SCAN = "/request/scan";

  private final EnteredDrafts entered;
  private final Drafts drafts;

  EnteringGate(EnteredDrafts entered, Drafts drafts) {
    this.entered = entered;
    this.drafts = drafts;
  }

  /** Where an officer finds a page of asking. */
  static String at(UUID draft, String path) {
    return path.startsWith(ASKING + '/')
        ? PATH + '/' + draft + path.substring(ASKING.length())
        : PATH;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(DRAFT + "/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var draft = find(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    request.setAttribute(Gate.DRAFT, draft);
    var path = path(request, draft);
    boolean beside = draft.sent() == null ? BESIDE.contains(path) : path.equals(SCAN);
    var instead = beside ? null : draft.insteadOf(path);
    if (instead == null && HttpMethod.POST.matches(request.getMethod())) {
      instead = leftOpen(request, draft, path);
    }
    if (instead != null) {
      response.sendRedirect(instead);
    }
    return instead == null;
  }

  private Optional<Draft> find(HttpServletRequest request) {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null || !(signedIn.getPrincipal() instanceof Officer officer)) {
      return Optional.empty();
    }
    Forms.requireCaseworker(officer);
    return named(request).flatMap(id -> entered.find(id, officer));
  }

  private static Optional<UUID> named(HttpServletRequest request) {
    try {
      return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                  instanceof Map<?, ?> parts
              && parts.get("draft") instanceof String text
          ? Optional.of(UUID.fromString(text))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** The same page where people ask for themselves. */
  private static String path(HttpServletRequest request, Draft draft) {
    return ASKING + request.getServletPath().substring((PATH + '/' + draft.id()).length());
  }

  /** Where to go on, if the question is left open and the law can do without an answer. */
  private @Nullable String leftOpen(HttpServletRequest request, Draft draft, String path) {
    return request.getParameter(UNSAID) == null
        ? null
        : Unsaid.on(path).map(nothing -> drafts.answer(draft, nothing).next()).orElse(null);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || !(request.getAttribute(Gate.DRAFT) instanceof Draft draft)) {
      return;
    }
    var path = path(request, draft);
    Gate.show(page, draft, path, request, PATH);
    var view = String.valueOf(page.getViewName());
    if (view.startsWith(ELSEWHERE)) {
      page.setViewName("redirect:" + draft.at(view.substring("redirect:".length())));
    } else if (!view.startsWith("redirect:")) {
      if (path.equals(Journey.CHECK)) {
        page.setViewName("requester/check-entered");
      }
      page.addObject("entering", draft.entry());
      page.addObject("moved", Map.of(ASKING, PATH + '/' + draft.id()));
      page.addObject("mayBeUnsaid", Unsaid.on(path).isPresent());
    }
  }
}
