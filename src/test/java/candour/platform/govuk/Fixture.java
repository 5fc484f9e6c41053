package candour.platform.govuk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One example of GOV.UK Frontend: what it is given and the HTML it makes of it. */
record Fixture(String component, String name, Map<String, @Nullable Object> options, String html) {

  private static final Path ROOT = Path.of("src/test/resources/govuk-frontend-6.6.0");

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
    var attributes = new StringBuilder();
    options
        .keySet()
        .forEach(option -> {
          if (!option.equals("html")) {
            attributes.append(" %s=\"${options['%s']}\"".formatted(option, option));
          }
        });
    return "<govuk:%s%s>%s</govuk:%s>"
        .formatted(component, attributes, options.getOrDefault("html", ""), component);
  }

  @Override
  public String toString() {
    return component + ": " + name;
  }
}
