package candour.platform.govuk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The examples that our components do not follow, each with the reason. */
final class Unsupported {

  record Rule(String reason, Predicate<Fixture> covers) {}

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "rich text goes into a tag's body, never into an option: nothing is written unescaped",
              fixture -> hasRichOption(fixture.component(), fixture.options())),
          new Rule("an item left out is left out by th:if", named(".*falsy.*|.*empty values")),
          new Rule("a body that is there is shown", named("(with )?empty conditional")),
          new Rule(
              "values are given with the items", named("date-input: with field value and items")),
          new Rule("file uploads are plain inputs", named("file-upload: (enhanced.*|translated)")),
          new Rule("a label without words is not drawn", named("label: empty")),
          new Rule("headings keep their level", named(".*heading level|.*header level")),
          new Rule("no interruption pages", named("panel: interruption.*")),
          new Rule("an empty list is no list", named("pagination: with empty items")),
          new Rule("no start links with markup", named("button: start link with html")),
          new Rule("no summary cards", named("summary-list: .*summary card.*")),
          new Rule(
              "a row is told that it has no actions", named("summary-list: with some actions")));

  private static Predicate<Fixture> named(String pattern) {
    var names = Pattern.compile("(\\S+: )?(" + pattern + ")");
    return fixture ->
        names.matcher(fixture.toString()).matches() || names.matcher(fixture.name()).matches();
  }

  /** True if markup is given other than as a component's own content. */
  private static boolean hasRichOption(String component, Map<String, @Nullable Object> options) {
    return options.entrySet().stream()
        .anyMatch(it -> it.getKey().endsWith("Html") || isRich(component, it.getValue()));
  }

  private static boolean isRich(String component, @Nullable Object option) {
    return switch (option) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .filter(it -> !it.getKey().equals(Fixture.bodyOf(component)))
              .anyMatch(it ->
                  it.getKey().toString().matches("html|.*Html")
                      || isRich(component, it.getValue()));
      case Collection<?> items -> items.stream().anyMatch(it -> isRich(component, it));
      case null, default -> false;
    };
  }

  static Optional<String> reason(Fixture fixture) {
    return RULES.stream().filter(rule -> rule.covers().test(fixture)).map(Rule::reason).findFirst();
  }

  private Unsupported() {}
}
