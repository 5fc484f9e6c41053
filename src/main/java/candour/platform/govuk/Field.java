package candour.platform.govuk;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.spring6.context.IThymeleafBindStatus;
import org.thymeleaf.spring6.naming.SpringContextVariableNames;
import org.thymeleaf.spring6.util.FieldUtils;
import org.thymeleaf.spring6.util.SpringValueFormatter;

/**
 * A question: inside a {@code th:object} form it takes its value and its error from the form, and
 * everywhere it knows what describes it.
 */
final class Field {

  static void complete(Options own, Options enclosing, ITemplateContext context) {
    var name = own.text("name");
    if (name != null && isBound(context)) {
      own.setIfAbsent("id", id(name));
      bind(own, status(context, name));
    }
    describe(own);
  }

  /** Sets the id, and the ids of the hint and the error that describe the field. */
  static void describe(Options own) {
    var id =
        Stream.of("id", "idPrefix", "name")
            .map(own::text)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    own.set("id", id);
    var fieldset = own.of("fieldset").text("describedBy");
    own.set(
        "describedBy",
        Stream.of(
                fieldset != null ? fieldset : own.text("describedBy"),
                own.get("hint") != null ? id + "-hint" : null,
                own.get("errorMessage") != null ? id + "-error" : null)
            .filter(Objects::nonNull)
            .collect(Collectors.collectingAndThen(Collectors.joining(" "), Field::orNull)));
  }

  static boolean isBound(ITemplateContext context) {
    return context.containsVariable(SpringContextVariableNames.SPRING_BOUND_OBJECT_EXPRESSION);
  }

  static IThymeleafBindStatus status(ITemplateContext context, String name) {
    return FieldUtils.getBindStatus(context, "*{" + name + "}");
  }

  /** The id of the input of a form's field: {@code address.line} is reached as address-line. */
  static String id(String name) {
    return name.replaceAll("[.\\[]", "-").replace("]", "");
  }

  private static void bind(Options own, IThymeleafBindStatus status) {
    own.setIfAbsent("value", display(status, status.getValue()));
    own.setIfAbsent("values", displays(status));
    own.setIfAbsent("errorMessage", error(status));
  }

  static @Nullable String error(IThymeleafBindStatus status) {
    return status.isError() ? status.getErrorMessages()[0] : null;
  }

  static @Nullable String display(IThymeleafBindStatus status, @Nullable Object value) {
    return value == null
        ? null
        : SpringValueFormatter.getDisplayString(value, status.getEditor(), false);
  }

  /**
   * Of a form that was sent, what is shown of a collection is one text: each is taken by itself.
   */
  private static List<String> displays(IThymeleafBindStatus status) {
    var actual = status.getActualValue();
    return switch (actual instanceof Collection<?> ? actual : status.getValue()) {
      case Collection<?> values -> values.stream().map(it -> display(status, it)).toList();
      case Object[] values -> Arrays.stream(values).map(it -> display(status, it)).toList();
      case null, default -> List.of();
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Field() {}
}
