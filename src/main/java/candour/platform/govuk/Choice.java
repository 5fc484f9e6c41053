package candour.platform.govuk;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of several answers: it takes its name, its id and whether it is chosen from the question. */
final class Choice {

  static void radio(Options own, Options question) {
    complete(own, question, null);
  }

  /** Without a fieldset each box is described by what describes the question. */
  static void checkbox(Options own, Options question) {
    complete(own, question, question.get("fieldset") == null ? question.text("describedBy") : null);
  }

  /** A task has no answer, but its hint and its status are found by its number. */
  static void task(Options own, Options list) {
    var prefix = list.text("idPrefix");
    own.set("id", (prefix == null ? "task-list" : prefix) + "-" + list.nextChild());
  }

  private static void complete(Options own, Options question, @Nullable String described) {
    int index = question.nextChild();
    own.setIfAbsent("id", question.text("id") + (index > 1 ? "-" + index : ""));
    own.setIfAbsent("name", question.text("name"));
    own.set("checked", Boolean.TRUE.equals(own.get("checked")) || isChosen(own, question));
    own.set("describedBy", describedBy(own, described));
  }

  static void select(Options own, Options question) {
    var value = own.get("value") == null ? own.get("text") : own.get("value");
    own.setIfAbsent("selected", value != null && value.toString().equals(question.text("value")));
  }

  private static boolean isChosen(Options own, Options question) {
    var value = own.get("value");
    if (value == null || own.get("checked") != null) {
      return false;
    }
    return value.toString().equals(question.text("value"))
        || (question.get("values") instanceof Collection<?> values
            && values.stream().map(Objects::toString).anyMatch(value.toString()::equals));
  }

  private static String describedBy(Options own, @Nullable String described) {
    return Stream.of(described, own.get("hint") == null ? null : own.text("id") + "-item-hint")
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private Choice() {}
}
