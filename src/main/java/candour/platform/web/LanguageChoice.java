package candour.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** English, or Welsh for whoever asks for it once with {@code ?lang=cy}. */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver, HandlerInterceptor {

  private static final String COOKIE = "lang";
  private static final Locale WELSH = Locale.of("cy");
  private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=(en|cy)(?:&|$)");

  private final boolean secure;

  LanguageChoice(@Value("${server.servlet.session.cookie.secure}") boolean secure) {
    this.secure = secure;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var language =
        asked(request)
            .or(() ->
                Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue));
    return language.filter("cy"::equals).isPresent() ? WELSH : Locale.ENGLISH;
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("Languages are chosen by their link");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    asked(request)
        .ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, kept(language)));
    return true;
  }

  private String kept(String language) {
    return ResponseCookie.from(COOKIE, language)
        .path("/")
        .maxAge(Duration.ofDays(365))
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .build()
        .toString();
  }

  /** Read from the address itself, which works for requests whose body cannot be read too. */
  private static Optional<String> asked(HttpServletRequest request) {
    var asked = ASKED.matcher(Optional.ofNullable(request.getQueryString()).orElse(""));
    return asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
  }
}
