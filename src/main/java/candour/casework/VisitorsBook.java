package candour.casework;

import candour.platform.Days;
import candour.platform.Officer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lies at the door of every case: no page or file of it is shown before it is on record who opened
 * it. What is remembered here only spares the database the question.
 */
@Configuration(proxyBeanMethods = false)
class VisitorsBook implements WebMvcConfigurer, HandlerInterceptor {

  private static final int REMEMBERED = 10_000;

  private record Guest(UUID officer, UUID reference) {}

  private final Visits visits;
  private final Days days;
  private final Map<Guest, Instant> lately =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Guest, Instant> eldest) {
              return size() > REMEMBERED;
            }
          });

  VisitorsBook(Visits visits, Days days) {
    this.visits = visits;
    this.days = days;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(this).addPathPatterns("/staff/cases/{reference}/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    var reference = reference(request);
    if (reference != null
        && signedIn != null
        && signedIn.getPrincipal() instanceof Officer officer) {
      signIn(new Guest(officer.id(), reference), officer);
    }
    return true;
  }

  private void signIn(Guest guest, Officer officer) {
    var now = days.now();
    var last = lately.get(guest);
    if (last == null || last.isAfter(now) || !last.isAfter(now.minus(Visits.ONE_VISIT))) {
      visits.record(new CaseReference(guest.reference()), officer);
      lately.put(guest, now);
    }
  }

  /** An address that names no case is answered with "not found", further on. */
  private static @Nullable UUID reference(HttpServletRequest request) {
    var parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    try {
      return parts instanceof Map<?, ?> named && named.get("reference") instanceof String text
          ? UUID.fromString(text)
          : null;
    } catch (IllegalArgumentException noReference) {
      return null;
    }
  }
}
