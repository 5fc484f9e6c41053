package candour.platform.web;

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
 * Gives error answers, pages or not, the {@code sentence} that says why, in the reader's language,
 * and the {@code reference} under which a fault is logged.
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
    var reference = attribute(request, LastResort.REFERENCE);
    if (reference != null) {
      words.put("reference", reference);
    }
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

  private static @Nullable String attribute(WebRequest request, String name) {
    return (String) request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
  }
}
