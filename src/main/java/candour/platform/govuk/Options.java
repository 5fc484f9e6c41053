package candour.platform.govuk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page says to a component, under the names that GOV.UK Frontend uses.
 *
 * <p>A missing option reads as null, so that a template may ask for any. An option that has a text
 * of its own may be given as that text alone: {@code label="Name"} is {@code label.text="Name"}.
 */
final class Options extends LinkedHashMap<String, @Nullable Object> {

  private static final long serialVersionUID = 1L;

  private static final Set<String> TEXTS =
      Set.of(
          "label",
          "hint",
          "errorMessage",
          "legend",
          "prefix",
          "suffix",
          "tag",
          "key",
          "title",
          "status");

  private int children;

  static @Nullable Object from(@Nullable Object value) {
    return switch (value) {
      case Options options -> options;
      case Map<?, ?> map -> {
        var options = new Options();
        map.forEach((name, option) -> options.setOne(name.toString(), option));
        yield options;
      }
      case Collection<?> values -> values.stream().map(Options::from).toList();
      case null, default -> value;
    };
  }

  /** Sets an option; a path such as {@code label.classes} reaches into a nested one. */
  void set(String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      setOne(path, value);
    } else if (path.startsWith("attributes.")) {
      nested("attributes").put(path.substring(dot + 1), value);
    } else {
      nested(path.substring(0, dot)).set(path.substring(dot + 1), value);
    }
  }

  private void setOne(String name, @Nullable Object value) {
    if (TEXTS.contains(name) && value instanceof CharSequence) {
      nested(name).put("text", value);
    } else {
      put(name, from(value));
    }
  }

  void setIfAbsent(String name, @Nullable Object value) {
    if (get(name) == null) {
      set(name, value);
    }
  }

  /** An option as text, or null where there is none or it is empty. */
  @Nullable String text(String name) {
    var value = get(name);
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }

  /** The nested options under a name, or none. */
  Options of(String name) {
    return get(name) instanceof Options options ? options : new Options();
  }

  /** Counts the items inside a component, from one. */
  int nextChild() {
    return ++children;
  }

  private Options nested(String name) {
    if (!(get(name) instanceof Options)) {
      put(name, new Options());
    }
    return of(name);
  }

  /** Always true: Spring's expression language then reads a missing option as null. */
  @Override
  public boolean containsKey(Object name) {
    return true;
  }
}
