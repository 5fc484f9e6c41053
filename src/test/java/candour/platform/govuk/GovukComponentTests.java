package candour.platform.govuk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import candour.support.Templates;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every component makes of GOV.UK Frontend's own examples what GOV.UK Frontend makes of them. */
class GovukComponentTests {

  private static final Pattern TAG = Pattern.compile("<govuk:([a-z-]+)");
  private static final Templates TEMPLATES = new Templates("govuk");

  static Stream<Fixture> supported() {
    return Fixture.components().stream()
        .flatMap(Fixture::of)
        .filter(fixture -> Unsupported.reason(fixture).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("supported")
  void draws_what_govuk_frontend_draws(Fixture fixture) {
    var ours =
        TEMPLATES.render(fixture.template(), Map.of("options", fixture.options()), Locale.UK);
    var theirs = Jsoup.parse(fixture.html());
    assertThat(canonical(ours.body())).as(fixture.toString()).isEqualTo(canonical(theirs.body()));
  }

  @Test
  void every_exception_is_one() {
    var examples = Fixture.components().stream().flatMap(Fixture::of).toList();
    assertThat(Unsupported.RULES)
        .allSatisfy(rule -> assertThat(examples).as(rule.reason()).anyMatch(rule.covers()));
  }

  /** Each component that is here is used, and each that is used is here. */
  @Test
  void no_component_lies_idle() {
    var folder = Path.of("templates");
    var used =
        Bundles.files(folder, ".html").stream()
            .flatMap(file -> TAG.matcher(Bundles.text(file)).results())
            .map(tag -> tag.group(1))
            .collect(Collectors.toSet());
    used.remove("slot");
    assertThat(Bundles.files(folder.resolve("govuk"), ".html"))
        .extracting(file -> file.getFileName().toString().replace(".html", ""))
        .containsExactlyInAnyOrderElementsOf(used);
  }

  /** An element's tree with classes and attributes sorted and white space normalised. */
  private static String canonical(Node node) {
    var text = new StringBuilder();
    write(node, "", text);
    return text.toString();
  }

  private static void write(Node node, String indent, StringBuilder out) {
    if (node instanceof TextNode text && !text.isBlank()) {
      out.append(indent).append(text.text().strip()).append('\n');
    } else if (node instanceof Element element) {
      var attributes =
          element.attributes().asList().stream()
              .map(GovukComponentTests::canonical)
              .filter(it -> !it.isEmpty())
              .sorted()
              .collect(Collectors.joining(" "));
      out.append(indent).append(element.tagName()).append(' ').append(attributes).append('\n');
      element.childNodes().forEach(child -> write(child, indent + "  ", out));
    }
  }

  private static String canonical(Attribute attribute) {
    var value = attribute.getValue().strip();
    if (attribute.getKey().equals("class")) {
      value = Stream.of(value.split("\\s+")).sorted().collect(Collectors.joining(" "));
    }
    boolean flag = Attribute.isBooleanAttribute(attribute.getKey());
    return attribute.getKey() + "=" + (flag ? "" : value);
  }
}
