package candour.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Puts mails and letters into words: a plain text template, its sentences from the message bundles
 * beside it.
 */
@Component
class Wording {

  private final SpringTemplateEngine engine;
  private final MessageSource messages;

  Wording(MessageSource messages) {
    var files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".txt");
    files.setTemplateMode(TemplateMode.TEXT);
    files.setCharacterEncoding("UTF-8");
    this.messages = messages;
    this.engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setTemplateEngineMessageSource(messages);
  }

  Rendered render(
      String folder, String template, Locale locale, List<String> to, Map<String, String> values) {
    var subject = messages.getMessage(folder + '.' + template + ".subject", null, locale);
    var body = engine.process(folder + '/' + template, new Context(locale, Map.copyOf(values)));
    return new Rendered(to, subject, body.strip() + '\n', locale.getLanguage());
  }

  /** With the word first by which somebody knows the office, if they gave one. */
  Rendered known(Rendered words, String word) {
    if (word.isEmpty()) {
      return words;
    }
    var language = words.language();
    var first = messages.getMessage("letters.word", new Object[] {word}, Locale.of(language));
    return new Rendered(words.to(), words.subject(), first + "\n\n" + words.body(), language);
  }
}
