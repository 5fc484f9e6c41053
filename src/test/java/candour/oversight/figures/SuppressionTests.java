package candour.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTests {

  @Test
  void one_to_seven_are_confidential_and_nought_is_shown() {
    for (long n = 1; n <= 7; n++) {
      assertThat(texts(n, 40, 0)).containsExactly("[c]", "[c]", "0");
    }
    assertThat(texts(0, 0, 0)).containsExactly("0", "0", "0");
  }

  @Test
  void others_are_rounded_to_the_nearest_five() {
    assertThat(texts(8, 12, 13, 1297)).containsExactly("10", "10", "15", "1295");
  }

  @Test
  void one_confidential_cell_takes_the_smallest_other_with_it() {
    assertThat(texts(545, 501, 248, 3)).containsExactly("545", "500", "[c]", "[c]");
    assertThat(texts(3, 0, 40)).containsExactly("[c]", "0", "[c]");
    assertThat(texts(3, 20, 20)).containsExactly("[c]", "[c]", "[c]");
    assertThat(texts(3, 0, 0)).containsExactly("[c]", "[c]", "[c]");
  }

  @Test
  void counts_that_their_sum_gives_away_take_another_with_them() {
    assertThat(texts(1, 1, 0, 30)).containsExactly("[c]", "[c]", "0", "[c]");
    assertThat(texts(7, 7, 0, 30)).containsExactly("[c]", "[c]", "0", "[c]");
    assertThat(texts(1, 2, 0, 30)).containsExactly("[c]", "[c]", "0", "30");
  }

  @ParameterizedTest
  @CsvSource({"2, 60", "3, 40", "4, 18"})
  void nobody_who_knows_the_total_and_this_rule_can_tell_a_small_count(int cells, int largest) {
    Map<List<Object>, List<List<Long>>> alike = new HashMap<>();
    all(cells, largest)
        .forEach(counts -> {
          var published = List.<Object>of(Suppression.split(counts), sum(counts));
          alike.computeIfAbsent(published, _ -> new ArrayList<>()).add(counts);
        });
    assertThat(alike).isNotEmpty();
    alike
        .values()
        .forEach(worlds -> {
          for (int cell = 0; cell < cells; cell++) {
            int at = cell;
            var possible = worlds.stream().map(world -> world.get(at)).collect(Collectors.toSet());
            var only = possible.iterator().next();
            assertThat(possible.size() == 1 && only >= 1 && only <= 7).as("%s", worlds).isFalse();
          }
        });
  }

  private static Stream<List<Long>> all(int cells, int largest) {
    return cells == 0
        ? Stream.of(List.of())
        : all(cells - 1, largest)
            .flatMap(some ->
                LongStream.rangeClosed(0, largest)
                    .mapToObj(n -> Stream.concat(some.stream(), Stream.of(n)).toList()));
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private static List<String> texts(long... counts) {
    return Suppression.split(java.util.Arrays.stream(counts).boxed().toList()).stream()
        .map(Cell::text)
        .toList();
  }
}
