package candour.requester.journey;

import candour.platform.Cookies;
import candour.platform.ExpectedUploads;
import candour.platform.Identifiers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Stands before the pages of asking: brings this browser's draft, and sends whoever opens a page
 * out of order to the one that comes next.
 */
@Configuration(proxyBeanMethods = false)
class Gate
    implements WebMvcConfigurer,
        HandlerInterceptor,
        HandlerMethodArgumentResolver,
        ExpectedUploads {

  static final String COOKIE = "candour-draft";

  /** Pages beside the questions, open at any time. */
  private static final List<String> OPEN =
      List.of(Journey.START, "/request/forget", PaperFormPage.PATH);

  /** Where a link leads back to a draft that may be another than this browser's. */
  private static final String RETURN = "/request/return/**";

  /** The button that leaves a question for later, once what was answered is saved. */
  private static final String LATER = "later";

  static final String DRAFT = Draft.class.getName();

  private final Drafts drafts;
  private final Cookies cookies;

  Gate(Drafts drafts, Cookies cookies) {
    this.drafts = drafts;
    this.cookies = cookies;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(Journey.START, "/request/**")
        .excludePathPatterns(RETURN);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var path = request.getServletPath();
    var found = find(request);
    var draft = found.filter(it -> !beginsAnew(it, path)).orElseGet(Gate::fresh);
    request.setAttribute(DRAFT, draft);
    if (HttpMethod.POST.matches(request.getMethod())) {
      cookies.keep(response, COOKIE, draft.id().toString(), Drafts.LIFE);
    } else if (found.isPresent() && !found.get().id().equals(draft.id())) {
      cookies.forget(response, COOKIE);
    }
    var instead = isOpen(path, draft) ? null : draft.insteadOf(path);
    if (instead != null) {
      response.sendRedirect(instead);
    }
    return instead == null;
  }

  /** Saving is for who has something to save. */
  private static boolean isOpen(String path, Draft draft) {
    return OPEN.contains(path)
        || path.startsWith(SavePage.PATH) && draft.isBegun() && draft.sent() == null;
  }

  /**
   * An identifier that this portal did not hand out is never taken over, nor one of an officer's.
   */
  private Optional<Draft> find(HttpServletRequest request) {
    return cookies
        .find(request, COOKIE)
        .flatMap(Gate::id)
        .flatMap(drafts::find)
        .filter(draft -> draft.entry() == null);
  }

  /** From whoever has come to the page that asks for them. */
  @Override
  public boolean expects(HttpServletRequest request) {
    return request.getServletPath().equals(EvidencePage.PATH)
        && find(request).filter(it -> it.insteadOf(EvidencePage.PATH) == null).isPresent();
  }

  /** Whoever starts when one request is sent makes another, and may be somebody else. */
  private static boolean beginsAnew(Draft found, String path) {
    return found.sent() != null && path.equals(Journey.FIRST);
  }

  private static Draft fresh() {
    return Draft.fresh(Identifiers.unguessable());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page != null && request.getAttribute(DRAFT) instanceof Draft draft) {
      show(page, draft, request.getServletPath(), request, SavePage.PATH);
    }
  }

  /**
   * What every page of asking needs, or where "later" leads instead of on.
   *
   * @param path of the question, wherever it is shown
   */
  static void show(
      ModelAndView page, Draft draft, String path, HttpServletRequest request, String later) {
    boolean goesOn =
        String.valueOf(page.getViewName()).startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    if (goesOn && request.getParameter(LATER) != null) {
      page.setViewName(UrlBasedViewResolver.REDIRECT_URL_PREFIX + later);
    } else if (!goesOn && draft.sent() == null) {
      page.addObject("back", draft.at(Journey.before(path, draft.answers())));
      page.addObject("whose", WhoFor.whose(draft.answers()));
    }
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(CurrentDraft.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer page,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return Objects.requireNonNull(
        request.getAttribute(DRAFT, RequestAttributes.SCOPE_REQUEST), "the gate brings a draft");
  }
}
