package candour.platform.security;

import candour.platform.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Adds to a kept form that is sent now the files that were chosen in it, and lets go of it once it
 * was taken.
 */
class KeptFilesReturned extends OncePerRequestFilter {

  /** The field that says that it is a kept form. */
  static final String FIELD = "_kept";

  private final KeptForms kept;
  private final KeptFiles files;

  KeptFilesReturned(KeptForms kept, KeptFiles files) {
    this.kept = kept;
    this.files = files;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var form = sentAgain(request);
    chain.doFilter(form.map(it -> with(it, request)).orElse(request), response);
    if (form.isPresent() && HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection()) {
      kept.forget(Door.of(request), request);
    }
  }

  private HttpServletRequest with(KeptForm form, HttpServletRequest request) {
    return new DefaultMultipartHttpServletRequest(request, files.of(form), Map.of(), Map.of());
  }

  private Optional<KeptForm> sentAgain(HttpServletRequest request) {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (!HttpMethod.POST.matches(request.getMethod())
        || request.getParameter(FIELD) == null
        || who == null
        || !(who.getPrincipal() instanceof Acting.Bearer somebody)) {
      return Optional.empty();
    }
    var door = Door.of(request);
    return kept.again(door, request)
        .flatMap(sent -> kept.find(door, somebody, request).filter(it -> it.id().equals(sent.id())))
        .filter(form -> form.action().equals(request.getRequestURI()));
  }
}
