package candour.requester.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What the expressions of a page's template say, once the variables in them are bound. An
 * expression that says something of an answer says nothing on paper.
 *
 * @param bound the values of variables
 */
record Words(MessageSource messages, Locale language, Map<String, String> bound) {

  private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)}");
  private static final Pattern BUILT = Pattern.compile("#\\{\\|([^|]+)\\|}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern EACH = Pattern.compile("(\\w+) : \\$\\{(.*)}");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final String KEYS = "templates.requester.messages";

  /** What an attribute says; empty where there is none, or nothing to say on paper. */
  String say(@Nullable String expression) {
    return expression == null ? "" : key(expression).map(this::message).orElse("");
  }

  /** What a text says whose expressions stand in double brackets. */
  String sayAll(String content) {
    var open = content.indexOf("[[");
    var close = content.indexOf("]]");
    return open < 0 || close < open ? "" : say(content.substring(open + 2, close));
  }

  private String message(String key) {
    return messages.getMessage(key, null, language);
  }

  private Optional<String> key(String expression) {
    var plain = KEY.matcher(expression);
    if (plain.matches()) {
      return Optional.of(plain.group(1));
    }
    var built = BUILT.matcher(expression);
    return built.matches() ? filled(built.group(1)) : Optional.empty();
  }

  private Optional<String> filled(String key) {
    var filled =
        VARIABLE.matcher(key).replaceAll(variable -> bound.getOrDefault(variable.group(1), "\\$"));
    return filled.contains("$") ? Optional.empty() : Optional.of(filled);
  }

  /**
   * These words once for each value that a loop goes through: those that it lists, or else all for
   * which the bundle has the message that the loop shows.
   */
  Stream<Words> each(@Nullable String loop, @Nullable String shown) {
    if (loop == null) {
      return Stream.of(this);
    }
    var parts = EACH.matcher(loop.strip());
    if (!parts.matches()) {
      return Stream.empty();
    }
    var listed = QUOTED.matcher(parts.group(2)).results().map(it -> it.group(1)).toList();
    var values = listed.isEmpty() ? known(parts.group(1), shown) : listed;
    return values.stream().map(value -> with(parts.group(1), value));
  }

  private Words with(String variable, String value) {
    var more = new HashMap<>(bound);
    more.put(variable, value);
    return new Words(messages, language, Map.copyOf(more));
  }

  private List<String> known(String variable, @Nullable String shown) {
    var built = BUILT.matcher(shown == null ? "" : shown);
    if (!built.matches()) {
      return List.of();
    }
    var key = Pattern.quote(built.group(1)).replace("${" + variable + "}", "\\E([A-Z_]+)\\Q");
    var pattern = Pattern.compile(key);
    return ResourceBundle.getBundle(KEYS, Locale.ROOT).keySet().stream()
        .sorted()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .toList();
  }
}
