package candour.platform.web;

import candour.platform.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** English, or Welsh for whoever asks for it once with {@code ?lang=cy}. */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver, HandlerInterceptor {

  private static final String COOKIE = "lang";
  private static final Locale WELSH = Locale.of("cy");
  private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=(en|cy)(?:&|$)");

  private static final Duration LIFE = Duration.ofDays(365);

  private final Cookies cookies;

  LanguageChoice(Cookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var language = asked(request).or(() -> cookies.find(request, COOKIE));
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
    asked(request).ifPresent(language -> cookies.keep(response, COOKIE, language, LIFE));
    return true;
  }

  /** Read from the address itself, which works for requests whose body cannot be read too. */
  private static Optional<String> asked(HttpServletRequest request) {
    var asked = ASKED.matcher(Optional.ofNullable(request.getQueryString()).orElse(""));
    return asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
  }
}
