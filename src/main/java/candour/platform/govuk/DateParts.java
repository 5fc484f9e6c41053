package candour.platform.govuk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;

/** The day, month and year of a date question, each with its name, id and value. */
final class DateParts {

  private static final List<String> PARTS = List.of("day", "month", "year");
  private static final String ERROR = "govuk-input--error";

  static void complete(Options own, Options enclosing, ITemplateContext context) {
    var name = own.text("name");
    if (name != null && Field.isBound(context)) {
      bind(own, name, context);
    }
    var items = items(own);
    boolean singled = items.stream().anyMatch(DateParts::hasError);
    items.forEach(item -> complete(item, own, singled));
    own.set("items", items);
    Field.describe(own);
  }

  /** A date bound as {@code dateOfBirth} has the parts {@code dateOfBirth.day} and so on. */
  private static void bind(Options own, String name, ITemplateContext context) {
    own.setIfAbsent("id", Field.id(name));
    own.setIfAbsent("errorMessage", Field.error(Field.status(context, name)));
    for (var part : PARTS) {
      var status = Field.status(context, name + "." + part);
      own.set(part + ".name", name + "." + part);
      own.set(part + ".id", Field.id(name) + "-" + part);
      own.set(part + ".part", part);
      own.set(part + ".value", Field.display(status, status.getValue()));
      if (status.isError()) {
        own.set(part + ".error", true);
        own.setIfAbsent("errorMessage", Field.error(status));
      }
    }
  }

  private static List<Options> items(Options own) {
    if (own.get("items") instanceof List<?> items && !items.isEmpty()) {
      return items.stream().filter(Options.class::isInstance).map(Options.class::cast).toList();
    }
    return PARTS.stream()
        .filter(part -> !Boolean.FALSE.equals(own.get(part)))
        .map(part -> item(own, part))
        .toList();
  }

  private static Options item(Options own, String part) {
    var item = own.of(part);
    item.setIfAbsent("part", part);
    item.setIfAbsent("name", part);
    return item;
  }

  private static void complete(Options item, Options own, boolean singled) {
    var name = Objects.requireNonNull(item.text("name"), "a part of a date has a name");
    var part = item.text("part") != null ? item.text("part") : name;
    item.set("part", PARTS.contains(part) ? part : null);
    item.setIfAbsent("id", own.text("id") + "-" + name);
    item.set("name", own.text("namePrefix") == null ? name : own.text("namePrefix") + "-" + name);
    item.setIfAbsent("value", own.of("values").get(item.text("name")));
    item.set("classes", classes(item, own, singled, "year".equals(part) ? 4 : 2));
  }

  private static String classes(Options item, Options own, boolean singled, int width) {
    var given = item.text("classes") == null ? "" : Objects.requireNonNull(item.text("classes"));
    boolean excused = Boolean.FALSE.equals(item.get("error"));
    boolean marked = hasError(item) || (!excused && !singled && own.get("errorMessage") != null);
    return Stream.of(
            marked && !given.contains(ERROR) ? ERROR : null,
            given.contains("govuk-input--width-") ? null : "govuk-input--width-" + width,
            given)
        .filter(Objects::nonNull)
        .reduce("", (a, b) -> a + " " + b)
        .strip();
  }

  private static boolean hasError(Options item) {
    @Nullable String classes = item.text("classes");
    return Boolean.TRUE.equals(item.get("error")) || (classes != null && classes.contains(ERROR));
  }

  private DateParts() {}
}
