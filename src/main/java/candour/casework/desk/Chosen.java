package candour.casework.desk;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a choice that a form sent as text: what the form never offered is no choice, and takes
 * nothing else that was typed with it.
 */
final class Chosen {

  private Chosen() {}

  static <E extends Enum<E>> Optional<E> one(Class<E> of, @Nullable String sent) {
    return Stream.of(of.getEnumConstants()).filter(it -> it.name().equals(sent)).findFirst();
  }
}
