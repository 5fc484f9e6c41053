package candour.platform.govuk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One example of GOV.UK Frontend: what it is given and the HTML it makes of it. */
record Fixture(String component, String name, Map<String, @Nullable Object> options, String html) {

  private static final Path ROOT = Path.of("src/test/resources/govuk-frontend-6.6.0");

  /** The tag for one of a component's list, and the option that is rich text: its body. */
  private record Child(String list, String tag, String rich, String more) {}

  private static final Map<String, Child> CHILDREN =
      Map.of(
          "radios", new Child("items", "radio", "conditional", ""),
          "checkboxes", new Child("items", "checkbox", "conditional", ""),
          "summary-list",
              new Child(
                  "rows",
                  "summary-list-row",
                  "value",
                  " text=\"${%1$s['value']?.['text']}\" valueClasses=\"${%1$s['value']?.['classes']}\""));

  private record Page(List<Example> fixtures) {}

  private record Example(String name, Map<String, @Nullable Object> options, String html) {}

  static List<String> components() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(Files::isDirectory)
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Fixture> of(String component) {
    var mapper =
        JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    return mapper
        .readValue(ROOT.resolve(component).resolve("fixtures.json").toFile(), Page.class)
        .fixtures()
        .stream()
        .map(it -> new Fixture(component, it.name(), it.options(), it.html()));
  }

  /** The page that asks for it: rich text is the tag's body, everything else an option. */
  String template() {
    var child = CHILDREN.get(component);
    return child == null
        ? tag(component, options.keySet(), String.valueOf(options.getOrDefault("html", "")))
        : tag(component, options.keySet(), children(child));
  }

  /** The option of an item that is its body, or none. */
  static @Nullable String bodyOf(String component) {
    var child = CHILDREN.get(component);
    return child == null ? null : child.rich();
  }

  private String children(Child child) {
    var tags = new StringBuilder();
    if (options.get(child.list()) instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        tags.append(child(child, items.get(i), "options['%s'][%d]".formatted(child.list(), i)));
      }
    }
    return tags.toString();
  }

  private static String child(Child child, @Nullable Object item, String path) {
    if (!(item instanceof Map<?, ?> options)) {
      return "";
    }
    var inner = options.get(child.rich()) instanceof Map<?, ?> it ? it : Map.of();
    var more = child.more().formatted(path);
    return "<govuk:%s options=\"${%s}\"%s>%s</govuk:%s>"
        .formatted(
            child.tag(),
            path,
            more,
            inner.containsKey("html") ? inner.get("html") : "",
            child.tag());
  }

  private static String tag(String component, Set<String> options, String body) {
    var child = CHILDREN.get(component);
    var attributes = new StringBuilder();
    for (var option : options) {
      if (!option.equals("html") && (child == null || !option.equals(child.list()))) {
        attributes.append(" %s=\"${options['%s']}\"".formatted(option, option));
      }
    }
    return "<govuk:%s%s>%s</govuk:%s>".formatted(component, attributes, body, component);
  }

  @Override
  public String toString() {
    return component + ": " + name;
  }
}
