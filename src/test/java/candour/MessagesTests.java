package candour;

import static org.assertj.core.api.Assertions.assertThat;

import candour.support.Bundles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** English and Welsh say the same, all of it is said somewhere, and nothing else is. */
class MessagesTests {

  /** Names, and patterns without words. */
  private static final Set<String> SAME_IN_BOTH =
      Set.of("layout.name", "layout.title", "date.day", "date.year");

  /** Keys that are put together where they are used, beyond those that the templates show. */
  private static final Set<String> PUT_TOGETHER =
      Set.of(
          "disclosure.",
          "refusal.",
          "emails.",
          "letters.",
          "letter.",
          "date.",
          "my-request.due.",
          "my-request.why.",
          "typeMismatch");

  /** A rule where the database or the domain refuses something by it. */
  private static final Pattern REFUSED =
      Pattern.compile("(?:message = '|new Refusal\\(\\s*\")([a-z][a-z0-9-]+)['\"]");

  private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)");
  private static final Pattern KEY_PREFIX = Pattern.compile("#\\{\\|([a-z][\\w.-]*)\\$");
  private static final Pattern JAVA_PREFIX =
      Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+\\.)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)|%\\{(\\w+)}");

  private static final List<Path> PAGES = Bundles.files(Path.of("templates"), ".html");
  private static final String TEMPLATES =
      PAGES.stream().map(Bundles::text).collect(Collectors.joining("\n"));

  static Stream<String> areas() {
    return Bundles.areas().stream();
  }

  @Test
  void whatever_is_refused_is_said_in_a_sentence() {
    var sql = Bundles.files(Path.of("src/main/resources/db/migration"), ".sql");
    var java = Bundles.files(Path.of("src/main/java"), ".java");
    var rules =
        Stream.concat(sql.stream(), java.stream())
            .map(Bundles::text)
            .flatMap(text -> REFUSED.matcher(text).results())
            .map(rule -> "refusal." + rule.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rules).hasSizeGreaterThan(80);
    assertThat(Bundles.english("error").keySet()).containsAll(rules);
  }

  @ParameterizedTest
  @MethodSource("areas")
  void both_languages_have_the_same_keys(String area) {
    assertThat(Bundles.welsh(area).keySet()).isEqualTo(Bundles.english(area).keySet());
  }

  @ParameterizedTest
  @MethodSource("areas")
  void welsh_is_not_english(String area) {
    var welsh = Bundles.welsh(area);
    assertThat(Bundles.english(area))
        .allSatisfy((key, text) ->
            assertThat(SAME_IN_BOTH.contains(key)).isEqualTo(text.equals(welsh.get(key))));
  }

  @ParameterizedTest
  @MethodSource("areas")
  void both_languages_leave_the_same_places(String area) {
    var welsh = Bundles.welsh(area);
    assertThat(Bundles.english(area))
        .allSatisfy((key, text) ->
            assertThat(places(welsh.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
  }

  /** Spring formats a message that has places, and then a straight apostrophe quotes. */
  @ParameterizedTest
  @MethodSource("areas")
  void a_message_with_places_has_no_straight_apostrophe(String area) {
    Stream.of(Bundles.english(area), Bundles.welsh(area))
        .flatMap(messages -> messages.values().stream())
        .filter(message -> message.contains("{"))
        .forEach(message -> assertThat(message).doesNotContain("'"));
  }

  @Test
  void no_key_stands_in_two_areas() {
    Map<String, String> owners = new HashMap<>();
    for (var area : Bundles.areas()) {
      Bundles.english(area)
          .keySet()
          .forEach(key -> assertThat(owners.put(key, area)).as(key).isNull());
    }
  }

  @Test
  void every_key_that_a_page_uses_exists() {
    var keys =
        areas()
            .flatMap(area -> Bundles.english(area).keySet().stream())
            .collect(Collectors.toSet());
    assertThat(found(KEY, TEMPLATES)).isSubsetOf(keys);
  }

  @ParameterizedTest
  @MethodSource("areas")
  void every_key_is_used(String area) {
    var used = found(KEY, TEMPLATES);
    var prefixes = found(KEY_PREFIX, TEMPLATES);
    prefixes.addAll(PUT_TOGETHER);
    var java =
        Bundles.files(Path.of("src/main/java"), ".java").stream()
            .map(Bundles::text)
            .collect(Collectors.joining());
    prefixes.addAll(found(JAVA_PREFIX, java));
    assertThat(Bundles.english(area).keySet())
        .allMatch(key ->
            used.contains(key)
                || java.contains("\"" + key + "\"")
                || java.contains("\"" + key.substring(0, key.lastIndexOf('.') + 1) + "\"")
                || java.contains("\"{" + key + "}\"")
                || prefixes.stream().anyMatch(key::startsWith));
  }

  private static Set<String> places(String text) {
    return found(PLACE, text);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MessagesTests::firstGroup)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String firstGroup(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group();
  }
}
