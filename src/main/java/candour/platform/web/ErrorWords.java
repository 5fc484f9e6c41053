package candour.platform.web;

import candour.platform.security.Door;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * Gives error pages the {@code sentence} that says why, in the reader's language, the {@code
 * reference} under which a fault is logged, and the {@code layout} of the door they stand behind.
 */
@Component
class ErrorWords extends DefaultErrorAttributes {

  private final MessageSource messages;

  ErrorWords(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public Map<String, @Nullable Object> getErrorAttributes(
      WebRequest request, ErrorAttributeOptions options) {
    var words = super.getErrorAttributes(request, options);
    var sentence = attribute(request, Problem.SENTENCE);
    if (sentence != null) {
      words.put("sentence", say(sentence));
    }
    words.put("reference", attribute(request, LastResort.REFERENCE));
    words.put("layout", "layouts/" + door(request).path());
    return words;
  }

  /**
   * A rule that keeps the tables right, and that no page comes near, has no sentence of its own.
   */
  private String say(String sentence) {
    var locale = LocaleContextHolder.getLocale();
    var otherwise = messages.getMessage(Problem.CONFLICT.sentence(), null, locale);
    return String.valueOf(messages.getMessage(sentence, null, otherwise, locale));
  }

  /** Whoever stands behind a door sees its error pages with the ways on that lie behind it. */
  private static Door door(WebRequest request) {
    return Door.of(String.valueOf(attribute(request, RequestDispatcher.ERROR_REQUEST_URI)));
  }

  private static @Nullable String attribute(WebRequest request, String name) {
    return (String) request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
  }
}
