package candour.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import candour.platform.Refusal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests {

  private static final Place PLACE = new Place(0.123456, 0.98765, 0.999999, 1);

  @Test
  void as_many_places_as_a_page_can_have_fit_into_an_address() {
    var words = Place.words(Collections.nCopies(PageReview.MOST_MARKS, PLACE));
    assertThat(words).hasSizeLessThan(4200).matches("[0-9._]+");
    assertThat(Place.list(words)).hasSize(PageReview.MOST_MARKS);
  }

  @Test
  void a_place_is_read_as_it_was_written_to_a_ten_thousandth_of_the_page() {
    var place = Place.list(Place.words(List.of(PLACE))).getFirst();
    assertThat(place.left()).isCloseTo(PLACE.left(), within(0.0001));
    assertThat(place.top()).isCloseTo(PLACE.top(), within(0.0001));
    assertThat(place.right()).isEqualTo(1);
    assertThat(place.bottom()).isEqualTo(1);
    assertThat(Place.list(Place.words(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.10000",
        "-1.2.3.4",
        "a.b.c.d",
        "_",
        "1.2.3.4_",
        "99999999999.1.1.1"
      })
  void what_is_no_place_on_the_page_is_refused(String words) {
    assertThatThrownBy(() -> Place.list(words)).isInstanceOf(Refusal.class);
  }
}
