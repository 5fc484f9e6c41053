package candour.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.clock.NonWorkingDay.BankHoliday;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BankHolidaysTests {

  /** No difference is known; one that appears has to be explained here before it is accepted. */
  @ParameterizedTest(name = "{0} against jollyday {1}")
  @CsvSource({
    "ENGLAND_AND_WALES, eng",
    "ENGLAND_AND_WALES, wls",
    "SCOTLAND, sct",
    "NORTHERN_IRELAND, nir"
  })
  void file_and_an_independent_calendar_agree(Division division, String region) {
    var calendar = HolidayManager.getInstance(ManagerParameters.create("gb"));
    var theirs =
        IntStream.rangeClosed(2018, 2030)
            .boxed()
            .flatMap(year -> calendar.getHolidays(Year.of(year), region).stream())
            .map(Holiday::getDate)
            .sorted();

    assertThat(BankHolidays.of(division).all())
        .extracting(BankHoliday::date)
        .containsExactlyElementsOf(theirs.toList());
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "2020-05-08, ENGLAND_AND_WALES, Early May bank holiday (VE day)",
    "2022-06-02, NORTHERN_IRELAND, Spring bank holiday",
    "2022-06-03, ENGLAND_AND_WALES, Platinum Jubilee bank holiday",
    "2022-09-19, SCOTLAND, Bank holiday for the State Funeral of Queen Elizabeth II",
    "2023-05-08, ENGLAND_AND_WALES, Bank holiday for the coronation of King Charles III",
    "2026-06-15, SCOTLAND, World Cup bank holiday"
  })
  void days_that_no_rule_foresees_are_there(LocalDate date, Division division, String name) {
    assertThat(BankHolidays.of(division).roll(date).over().getFirst())
        .isInstanceOfSatisfying(
            BankHoliday.class, holiday -> assertThat(holiday.english()).isEqualTo(name));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-05-04, ENGLAND_AND_WALES",
    "2022-05-30, SCOTLAND",
    "2026-06-15, ENGLAND_AND_WALES"
  })
  void days_that_were_moved_away_are_working_days(LocalDate date, Division division) {
    assertThat(BankHolidays.of(division).roll(date)).isEqualTo(new Rolled(date, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void every_holiday_is_a_weekday_with_a_name_in_both_languages(Division division) {
    assertThat(BankHolidays.of(division).all())
        .isNotEmpty()
        .allSatisfy(holiday -> {
          assertThat(holiday.date().getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
          assertThat(holiday.english()).isNotBlank();
          assertThat(holiday.welsh()).isNotBlank().isNotEqualTo(holiday.english());
        });
  }

  @ParameterizedTest
  @CsvSource({"2017-12-31", "2031-01-01"})
  void year_outside_the_file_is_an_error(LocalDate date) {
    var holidays = BankHolidays.of(Division.ENGLAND_AND_WALES);

    assertThatThrownBy(() -> holidays.roll(date))
        .isInstanceOf(YearNotCovered.class)
        .hasMessage(
            "Bank holidays of %d are not known: bank-holidays.csv covers 2018 to 2030",
            date.getYear());
  }

  @Test
  void roll_does_not_guess_beyond_the_last_day_of_the_file() {
    var holidays = BankHolidays.of(Division.ENGLAND_AND_WALES);
    var received = LocalDate.of(2030, 12, 2);

    assertThatThrownBy(() -> StatutoryClock.receivedOn(received).deadline(holidays))
        .isInstanceOf(YearNotCovered.class);
  }

  @Test
  void division_has_the_name_of_the_official_list() {
    assertThat(Division.of("northern-ireland")).isEqualTo(Division.NORTHERN_IRELAND);
    assertThatThrownBy(() -> Division.of("wales")).hasMessage("No division is called wales");
  }
}
