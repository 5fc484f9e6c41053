package candour.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * The three ways in. Each has its own place in the session, so that one browser may be all three.
 */
public enum Door {
  STAFF,
  COMMITTEE,
  PUBLIC;

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  Door() {
    contexts.setSpringSecurityContextKey("candour." + name().toLowerCase(Locale.ROOT));
  }

  SecurityContextRepository contexts() {
    return contexts;
  }

  /** Lets somebody in; the session gets a new id, so that nobody can have chosen it. */
  public void open(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    renew(request);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** Lets them out; whoever came in by another door in the same browser stays. */
  public void close(HttpServletRequest request, HttpServletResponse response) {
    renew(request);
    SecurityContextHolder.clearContext();
    contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
  }

  private static void renew(HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
  }
}
