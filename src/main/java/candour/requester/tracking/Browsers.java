package candour.requester.tracking;

import candour.platform.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows a browser again by its cookie. */
@Component
public class Browsers {

  private static final String COOKIE = "candour-browser";
  private static final Duration LIFE = Duration.ofDays(1);

  private final Cookies cookies;

  Browsers(Cookies cookies) {
    this.cookies = cookies;
  }

  /** The browser, if it asked for a link within the last day. */
  public Optional<Browser> find(HttpServletRequest request) {
    return cookies.find(request, COOKIE).flatMap(Browser::read);
  }

  /** The browser, known for a day from now. */
  public Browser known(HttpServletRequest request, HttpServletResponse response) {
    var browser = find(request).orElseGet(Browser::random);
    cookies.keep(response, COOKIE, browser.cookie(), LIFE);
    return browser;
  }
}
