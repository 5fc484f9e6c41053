package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.support.Bundles;
import java.text.MessageFormat;
import java.time.Month;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartialDateTests {

  @Test
  void display_says_no_more_than_was_given() {
    assertShown(PartialDate.of(1962), "date.year", "1962");
    assertShown(PartialDate.of(1962).about(), "date.about-year", "1962");
    assertShown(PartialDate.of(1962, Month.MARCH), "date.month", "date.month.3", "1962");
    assertShown(
        PartialDate.of(1962, Month.MARCH).about(), "date.about-month", "date.month.3", "1962");
    assertShown(PartialDate.of(1962, Month.MARCH, 4), "date.day", "4", "date.month.3", "1962");
    assertShown(
        PartialDate.of(1962, Month.MARCH, 4).about(),
        "date.about-day",
        "4",
        "date.month.3",
        "1962");
    assertShown(
        PartialDate.unknown("the year of the flood"), "date.unknown", "the year of the flood");
  }

  /**
   * HMPPS prints 1 March 2023 where March 2023 is all that is known; we print no more than that.
   */
  @Test
  void what_is_printed_invents_no_precision() {
    assertThat(printed(PartialDate.of(2023, Month.MARCH, 24))).isEqualTo("24 March 2023");
    assertThat(printed(PartialDate.of(2023, Month.MARCH)))
        .isEqualTo("March 2023 (day not recorded)");
    assertThat(printed(PartialDate.of(2023))).isEqualTo("2023");
    assertThat(printed(PartialDate.of(1962).about())).isEqualTo("about 1962");
    assertThat(printed(PartialDate.unknown(""))).isEqualTo("no date recorded");
    assertThat(printed(PartialDate.unknown("the flood"))).isEqualTo("Not known: the flood");
  }

  private static String printed(PartialDate date) {
    var words = Bundles.english("identity");
    var parts =
        date.displayArguments().stream().map(part -> words.getOrDefault(part, part)).toArray();
    return MessageFormat.format(words.get(date.displayKey()), parts);
  }

  @Test
  void sort_key_follows_time_and_puts_the_unknown_last() {
    var inOrder =
        Stream.of(
                PartialDate.of(1961, Month.DECEMBER, 31),
                PartialDate.of(1962),
                PartialDate.of(1962, Month.MARCH),
                PartialDate.of(1962, Month.MARCH, 4),
                PartialDate.of(1962, Month.NOVEMBER),
                PartialDate.unknown(""))
            .toList();

    assertThat(inOrder.reversed().stream().sorted(Comparator.comparing(PartialDate::sortKey)))
        .containsExactlyElementsOf(inOrder);
  }

  @Test
  void sort_key_invents_no_month_and_no_day() {
    assertThat(PartialDate.of(1962).sortKey()).isEqualTo("1962");
    assertThat(PartialDate.of(1962, Month.MARCH).sortKey()).isEqualTo("1962-03");
    assertThat(PartialDate.of(1962, Month.MARCH, 4).sortKey()).isEqualTo("1962-03-04");
  }

  @Test
  void part_without_the_larger_one_cannot_exist() {
    assertImpossible(() -> new PartialDate(1962, null, 4, false, null));
    assertImpossible(() -> new PartialDate(null, Month.MARCH, null, false, ""));
    assertImpossible(() -> new PartialDate(null, null, null, false, null));
    assertImpossible(() -> new PartialDate(null, null, null, true, "long ago"));
    assertImpossible(() -> new PartialDate(1962, null, null, false, "and words"));
  }

  @Test
  void day_that_never_was_cannot_exist() {
    assertImpossible(() -> PartialDate.of(1962, Month.FEBRUARY, 30));
    assertImpossible(() -> PartialDate.of(1963, Month.FEBRUARY, 29));
    assertImpossible(() -> PartialDate.of(1879));
    assertThat(PartialDate.of(1964, Month.FEBRUARY, 29).day()).isEqualTo(29);
  }

  private static void assertShown(PartialDate date, String key, String... arguments) {
    assertThat(date.displayKey()).isEqualTo(key);
    assertThat(date.displayArguments()).containsExactly(arguments);
  }

  private static void assertImpossible(Runnable making) {
    assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
  }
}
