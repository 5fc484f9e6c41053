package candour.requester.tracking;

import candour.casework.ActingForOthers;
import candour.casework.CaseReference;
import candour.casework.Visits;
import candour.platform.RequestHolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks before each page of a request whether whoever asked may still act for the person: an
 * authority that is over is over in an open session too. An answer that is not theirs they do not
 * get to.
 */
@Configuration(proxyBeanMethods = false)
class RepresentativeGate implements WebMvcConfigurer, HandlerInterceptor {

  static final String ENDED = "/my-request/ended";
  static final String NOT_GIVEN = "/my-request/not-given";

  private final ActingForOthers acting;
  private final Visits visits;

  RepresentativeGate(ActingForOthers acting, Visits visits) {
    this.acting = acting;
    this.visits = visits;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/my-request/**")
        .excludePathPatterns("/my-request/link/**", "/my-request/open/**", ENDED);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var holder = holder();
    var instead = holder == null ? null : insteadOf(request.getServletPath(), holder);
    if (instead != null) {
      response.sendRedirect(instead);
    } else if (holder != null) {
      record(holder);
    }
    return instead == null;
  }

  /** Before a page is shown to whoever asks for somebody, it is on record that they look. */
  private void record(RequestHolder holder) {
    var reference = new CaseReference(holder.caseId());
    if (acting.asksFor(reference, holder.requesterId())) {
      visits.recordOnBehalf(reference, holder.requesterId());
    }
  }

  private @Nullable String insteadOf(String path, RequestHolder holder) {
    var reference = new CaseReference(holder.caseId());
    if (!acting.mayAct(reference)) {
      return ENDED;
    }
    return holdsTheAnswer(path) && !acting.mayReceive(reference) ? NOT_GIVEN : null;
  }

  private static boolean holdsTheAnswer(String path) {
    return path.startsWith("/my-request/answer") || path.startsWith("/my-request/proof");
  }

  private static @Nullable RequestHolder holder() {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof RequestHolder holder
        ? holder
        : null;
  }
}
