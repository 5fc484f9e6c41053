package candour.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTests {

  @Test
  void one_to_seven_are_confidential_and_nought_is_shown() {
    for (long n = 1; n <= 7; n++) {
      assertThat(texts(n, n, 0)).containsExactly("[c]", "[c]", "0");
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
    assertThat(texts(3, 0, 0)).containsExactly("[c]", "[c]", "0");
  }

  /**
   * Whatever the counts, a reader who knows the exact total cannot work out a count from 1 to 7.
   */
  @Test
  void no_small_count_follows_from_the_total_and_the_rest() {
    for (long a = 0; a <= 20; a++) {
      for (long b = 0; b <= 20; b++) {
        for (long c = 0; c <= 20; c++) {
          var counts = List.of(a, b, c);
          var withheld =
              Suppression.split(counts).stream()
                  .filter(Cell.Confidential.class::isInstance)
                  .count();
          assertThat(withheld).as("%s", counts).isNotEqualTo(1);
          var small = counts.stream().filter(n -> n >= 1 && n <= 7).count();
          assertThat(withheld).as("%s", counts).isGreaterThanOrEqualTo(small);
        }
      }
    }
  }

  private static List<String> texts(long... counts) {
    return Suppression.split(java.util.Arrays.stream(counts).boxed().toList()).stream()
        .map(Cell::text)
        .toList();
  }
}
