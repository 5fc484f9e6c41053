package candour.platform.security;

import candour.platform.Account.Kind;
import candour.platform.Acting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * The three ways in. Each has its own place in the session, so that one browser may be all three.
 */
public enum Door {
  STAFF,
  COMMITTEE,
  PUBLIC;

  /** How long somebody may do nothing and stay signed in (OWASP ASVS 5.0, 7.3.1). */
  static final Duration IDLE = Duration.ofMinutes(15);

  /** The door that a page is behind. */
  static Door of(HttpServletRequest request) {
    return of(request.getRequestURI());
  }

  /** The door that a path is behind. */
  public static Door of(String path) {
    return Stream.of(STAFF, COMMITTEE)
        .filter(door -> (path + "/").startsWith("/" + door.path() + "/"))
        .findFirst()
        .orElse(PUBLIC);
  }

  /** Whoever came in by this door in this session. */
  public @Nullable Authentication whoCameIn(HttpServletRequest request) {
    return contexts().loadDeferredContext(request).get().getAuthentication();
  }

  /** The first part of its pages' addresses, and the name of their layout. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where those who are in begin. */
  String home() {
    return this == PUBLIC ? "/my-request" : "/" + path();
  }

  /** Whose accounts open it. */
  Kind kind() {
    return switch (this) {
      case STAFF -> Kind.OFFICER;
      case COMMITTEE -> Kind.COMMITTEE;
      case PUBLIC -> throw new IllegalStateException("The public have no accounts");
    };
  }

  /** The door's place in each session. */
  SecurityContextRepository contexts() {
    var contexts = new HttpSessionSecurityContextRepository();
    contexts.setSpringSecurityContextKey("candour." + path());
    return contexts;
  }

  /** Lets somebody in; the session gets a new id, so that nobody can have chosen it. */
  public void open(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    renew(request);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    contexts().saveContext(context, request, response);
    request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
    index(request.getSession(), who.getPrincipal() instanceof Acting.Bearer in ? in : null);
  }

  /** Takes their word that they are there still. */
  Authentication stay(
      Authentication who, HttpServletRequest request, HttpServletResponse response) {
    var here = Factors.stillHere(who);
    contexts().saveContext(new SecurityContextImpl(here), request, response);
    return here;
  }

  /** Lets them out; whoever came in by another door in the same browser stays. */
  public void close(HttpServletRequest request, HttpServletResponse response) {
    renew(request);
    SecurityContextHolder.clearContext();
    contexts().saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    if (request.getSession(false) != null) {
      index(request.getSession(), null);
    }
  }

  /** Notes whose session it is, so that it can be ended from elsewhere. */
  private void index(HttpSession session, Acting.@Nullable Bearer who) {
    session.setAttribute(account(), this == PUBLIC || who == null ? null : who.acting().id());
    var accounts =
        Stream.of(values())
            .map(door -> (UUID) session.getAttribute(door.account()))
            .filter(Objects::nonNull)
            .map(UUID::toString)
            .collect(Collectors.joining(" "));
    session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, accounts);
  }

  private String account() {
    return "candour." + path() + ".account";
  }

  private static void renew(HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
  }
}
