package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;

import candour.identity.TypedDate.Reading.Given;
import candour.identity.TypedDate.Reading.Wrong;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

  @ParameterizedTest(name = "[{0}] [{1}] [{2}] is {3}")
  @CsvSource({
    "'', '', 1962, 1962",
    "'', 3, 1962, 1962-03",
    "4, 3, 1962, 1962-03-04",
    "04, 03, 1962, 1962-03-04",
    "' 4 ', ' March ', ' 1962 ', 1962-03-04",
    "4, mawrth, 1962, 1962-03-04",
    "4, Mar., 1962, 1962-03-04",
    "29, Chwefror, 1964, 1964-02-29",
    "'', '', 1880, 1880",
    "'', '', 2026, 2026",
    "'', 11, 2026, 2026-11",
    "10, 11, 2026, 2026-11-10"
  })
  void date_is_kept_as_given(String day, String month, String year, String sortKey) {
    assertThat(read(day, month, year))
        .isInstanceOfSatisfying(
            Given.class, given -> assertThat(given.date().sortKey()).isEqualTo(sortKey));
  }

  @ParameterizedTest(name = "[{0}] [{1}] [{2}]: {3}")
  @CsvSource({
    "'', '', '', NOTHING_GIVEN",
    "'', 3, '', YEAR_MISSING",
    "4, 3, '', YEAR_MISSING",
    "4, '', 1962, DAY_WITHOUT_MONTH",
    "30, 2, 1962, NO_SUCH_DAY",
    "30, 2, '', NO_SUCH_DAY|YEAR_MISSING",
    "29, 2, 1963, NO_SUCH_DAY",
    "32, 1, 1962, NO_SUCH_DAY",
    "0, 1, 1962, NO_SUCH_DAY",
    "31, April, 1962, NO_SUCH_DAY",
    "4, 13, 1962, NO_SUCH_MONTH",
    "4, 0, 1962, NO_SUCH_MONTH",
    "4, Brumaire, 1962, NO_SUCH_MONTH",
    "x, 3, 1962, DAY_NOT_A_NUMBER",
    "-4, 3, 1962, DAY_NOT_A_NUMBER",
    "٤, 3, 1962, DAY_NOT_A_NUMBER",
    "4, 3, 62, YEAR_NOT_FOUR_FIGURES",
    "4, 3, 19622, YEAR_NOT_FOUR_FIGURES",
    "4, 3, １９６２, YEAR_NOT_FOUR_FIGURES",
    "4, 3, 1879, YEAR_TOO_EARLY",
    "4, 3, 0000, YEAR_TOO_EARLY",
    "4, 3, 2027, IN_THE_FUTURE",
    "'', 12, 2026, IN_THE_FUTURE",
    "11, 11, 2026, IN_THE_FUTURE",
    "x, y, z, DAY_NOT_A_NUMBER|NO_SUCH_MONTH|YEAR_NOT_FOUR_FIGURES"
  })
  void mistakes_are_named_in_the_order_of_the_boxes(
      String day, String month, String year, String problems) {
    var expected = Arrays.stream(problems.split("\\|")).map(DateProblem::valueOf).toList();

    assertThat(read(day, month, year)).isEqualTo(new Wrong(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "cy"})
  void every_month_name_of_both_languages_is_understood(String language) {
    for (var month : Month.values()) {
      var name = month.getDisplayName(TextStyle.FULL, Locale.of(language));
      assertThat(read("", name.toUpperCase(Locale.ROOT), "1962"))
          .as(name)
          .isEqualTo(new Given(PartialDate.of(1962, month)));
    }
  }

  @Test
  void about_is_kept() {
    assertThat(new TypedDate("", "", "1962", true).read(TODAY))
        .isEqualTo(new Given(PartialDate.of(1962).about()));
  }

  @Test
  void box_that_never_arrived_is_empty() {
    assertThat(new TypedDate(null, null, "1962", false).read(TODAY))
        .isEqualTo(new Given(PartialDate.of(1962)));
  }

  @Test
  void endless_input_is_a_mistake_and_not_a_failure() {
    var endless = "9".repeat(100_000);

    assertThat(read(endless, endless, endless)).isEqualTo(read("x", "y", "z"));
  }

  private static TypedDate.Reading read(String day, String month, String year) {
    return new TypedDate(day, month, year, false).read(TODAY);
  }
}
