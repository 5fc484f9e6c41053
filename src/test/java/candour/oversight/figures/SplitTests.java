package candour.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTests {

  @ParameterizedTest
  @CsvSource({
    "0, 0, [z]",
    "0, 40, 0%",
    "40, 0, 100%",
    "10, 30, 25%",
    "8, 30, 25%",
    "3, 90, [c]",
    "90, 3, [c]",
    "7, 0, [c]",
    "12, 988, 1%"
  })
  void a_share_follows_from_what_is_published_alone(long alike, long own, String share) {
    var split =
        Split.controlled("determined-wording", List.of("ALIKE", "OWN"), List.of(alike, own));
    assertThat(split.share("ALIKE")).isEqualTo(share);
  }
}
