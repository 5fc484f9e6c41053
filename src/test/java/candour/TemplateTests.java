package candour;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no template may do. */
class TemplateTests {

  /** The names of the languages are said in themselves. */
  private static final Set<String> LITERALS = Set.of("English", "Cymraeg");

  /** Attributes that are read to people. */
  private static final Set<String> SPOKEN =
      Set.of(
          "title",
          "alt",
          "aria-label",
          "placeholder",
          "label",
          "hint",
          "text",
          "key",
          "legend",
          "fieldset.legend",
          "titletext",
          "summarytext",
          "caption",
          "errormessage",
          "logotext",
          "servicename",
          "label.text",
          "hint.text",
          "tag",
          "status.tag",
          "prefix",
          "suffix",
          "divider",
          "visuallyhiddentext",
          "arialabel");

  private static final Pattern WORD = Pattern.compile("\\p{L}");
  private static final Pattern EXPRESSION = Pattern.compile("[#$*@~]\\{.*|\\|.*", Pattern.DOTALL);
  private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]", Pattern.DOTALL);
  private static final List<String> FORBIDDEN =
      List.of("th:utext", "[(", "T(", "${@", "<style", "style=\"", "javascript:");

  static Stream<Path> templates() {
    return Bundles.files(Path.of("templates"), ".html").stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void nothing_is_written_unescaped_or_reaches_for_beans(Path file) {
    assertThat(Bundles.text(file)).doesNotContain(FORBIDDEN);
    assertThat(Bundles.text(file))
        .doesNotContainPattern("<script(?![^>]*(?:src|th:replace)=)|\\son\\w+=\"");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void words_come_from_the_bundles(Path file) {
    var page = Jsoup.parse(Bundles.text(file), "", Parser.xmlParser());
    for (var element : page.getAllElements()) {
      var text = INLINED.matcher(element.ownText()).replaceAll("").strip();
      assertThat(WORD.matcher(text).find() && !LITERALS.contains(text))
          .as("<%s> %s", element.tagName(), text)
          .isFalse();
      assertThat(element.attributes().asList()).noneMatch(it -> isLiteral(element, it));
    }
  }

  private static boolean isLiteral(Element element, Attribute attribute) {
    var value = attribute.getValue();
    boolean spoken = SPOKEN.contains(attribute.getKey().toLowerCase(Locale.ROOT));
    boolean tag = element.tagName().startsWith("govuk:");
    return spoken
        && (tag || !attribute.getKey().equals("key"))
        && WORD.matcher(value).find()
        && !EXPRESSION.matcher(value).matches()
        && !LITERALS.contains(value);
  }
}
