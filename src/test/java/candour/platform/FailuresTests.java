package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTests {

  private final Failures failures = new Failures();

  @Test
  void what_fails_keeps_nothing_else_from_being_done_and_is_not_forgotten() {
    var done = new ArrayList<Integer>();
    for (var number : List.of(1, 2, 3, 4)) {
      failures.attempt(() -> {
        if (number % 2 == 0) {
          throw new IllegalStateException("number " + number);
        }
        done.add(number);
      });
    }
    assertThat(done).containsExactly(1, 3);
    assertThatThrownBy(failures::report)
        .hasMessage("number 2")
        .satisfies(first ->
            assertThat(first.getSuppressed())
                .singleElement()
                .satisfies(second -> assertThat(second).hasMessage("number 4")));
  }

  @Test
  void nothing_is_thrown_where_nothing_failed() {
    failures.attempt(() -> {});
    assertThatCode(failures::report).doesNotThrowAnyException();
  }
}
