package candour.support;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What others than the people concerned get to see: every line of the portal's own log, and every
 * address that was asked for or sent on to, which browsers and proxies keep.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Overheard extends OncePerRequestFilter {

  /** Longer than any line or address of the portal; somebody else's may be longer. */
  private static final int LONGEST = 8_000;

  private final Set<String> lines = ConcurrentHashMap.newKeySet();
  private final Set<String> addresses = ConcurrentHashMap.newKeySet();
  private final Listening listening = new Listening();

  Overheard() {
    listen();
  }

  private final class Listening extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      keep(lines, event.getFormattedMessage());
      keep(lines, ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }

  /** Again and again, since each start of a portal in this process sets up the log anew. */
  private void listen() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
        && !root.isAttached(listening)) {
      listening.setContext(root.getLoggerContext());
      listening.start();
      root.addAppender(listening);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    listen();
    keep(addresses, request.getRequestURI());
    keep(addresses, Objects.requireNonNullElse(request.getQueryString(), ""));
    try {
      chain.doFilter(request, response);
    } finally {
      keep(addresses, Objects.requireNonNullElse(response.getHeader(HttpHeaders.LOCATION), ""));
    }
  }

  private static void keep(Set<String> kept, String text) {
    kept.add(text.substring(0, Math.min(text.length(), LONGEST)));
  }

  /** Begins anew. */
  void forget() {
    listen();
    lines.clear();
    addresses.clear();
  }

  /** Whether the words stand in the log. */
  boolean isLogged(String words) {
    return lines.stream().anyMatch(line -> holds(line, words));
  }

  /** Whether the words stand in an address, in whatever spelling addresses have for them. */
  boolean isAddressed(String words) {
    return addresses.stream().map(Overheard::decoded).anyMatch(it -> holds(it, words));
  }

  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static boolean holds(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
