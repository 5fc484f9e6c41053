package candour.requester.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Everything answered so far: one answer a page. */
record Answers(Map<Class<? extends Answer>, Answer> given) {

  static final Answers NONE = new Answers(Map.of());

  Answers {
    given = Map.copyOf(given);
  }

  <A extends Answer> Optional<A> find(Class<A> page) {
    return Optional.ofNullable(given.get(page)).map(page::cast);
  }

  /**
   * The answer of a page that comes earlier.
   *
   * @throws NoSuchElementException if it was not answered
   */
  <A extends Answer> A get(Class<A> page) {
    return find(page).orElseThrow();
  }

  boolean has(Class<? extends Answer> page) {
    return given.containsKey(page);
  }

  /** These, and this answer instead of an earlier one of its page. */
  Answers with(Answer answer) {
    var more = new HashMap<>(given);
    more.put(answer.getClass(), answer);
    return new Answers(more);
  }
}
