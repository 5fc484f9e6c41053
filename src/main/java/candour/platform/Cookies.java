package candour.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Cookies beside the session's: for no other host and no script to read (RFC 6265bis, {@code
 * __Host-}).
 */
@Component
public class Cookies {

  private final boolean secure;

  Cookies(@Value("${server.servlet.session.cookie.secure}") boolean secure) {
    this.secure = secure;
  }

  /** What this browser keeps under the name; never empty text. */
  public Optional<String> find(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, full(name)))
        .map(cookie -> cookie.getValue())
        .filter(value -> value != null && !value.isEmpty());
  }

  /** Asks this browser to keep the value for so long. */
  public void keep(HttpServletResponse response, String name, String value, Duration life) {
    var cookie =
        ResponseCookie.from(full(name), value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .path("/")
            .maxAge(life);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  /** Asks this browser to forget what it keeps under the name. */
  public void forget(HttpServletResponse response, String name) {
    keep(response, name, "", Duration.ZERO);
  }

  /** What a browser calls the cookie. */
  public String full(String name) {
    return secure ? "__Host-" + name : name;
  }
}
