package candour.requester.paper;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The templates of pages, read as they were written. */
final class Templates {

  private Templates() {}

  /** An element of a template; names of attributes are in lower case. */
  record Tag(Element element, Map<String, String> attributes) {

    static Tag of(Element element) {
      var attributes = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      element
          .getAttributeMap()
          .forEach((name, value) -> attributes.put(name, Objects.requireNonNullElse(value, "")));
      return new Tag(element, attributes);
    }

    String name() {
      return element.getElementName().toLowerCase(Locale.ROOT);
    }

    @Nullable String attribute(String name) {
      return attributes.get(name);
    }

    boolean has(String name) {
      return attributes.containsKey(name);
    }

    List<Tag> children() {
      return tags(element).toList();
    }

    /** The text right within it. */
    String text() {
      return String.join(
          "", element.getChildrenOfType(Text.class).stream().map(Text::getContent).toList());
    }
  }

  /** A fragment of a template, by its name. */
  static Tag fragment(String template, String name) {
    return all(parsed(template))
        .filter(tag -> name.equals(nameOf(tag.attribute("th:fragment"))))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String nameOf(@Nullable String fragment) {
    return fragment == null ? null : fragment.replaceAll("\\(.*", "").strip();
  }

  private static Stream<Tag> all(INestableNode node) {
    return tags(node).flatMap(tag -> Stream.concat(Stream.of(tag), all(tag.element())));
  }

  private static Stream<Tag> tags(INestableNode node) {
    return node.getChildrenOfType(Element.class).stream().map(Tag::of);
  }

  private static INestableNode parsed(String template) {
    var resource = new ClassPathResource("templates/" + template + ".html");
    try (var text = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
      return new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ParseException broken) {
      throw new IllegalStateException(template, broken);
    }
  }
}
