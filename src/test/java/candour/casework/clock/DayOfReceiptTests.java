package candour.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Days;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOfReceiptTests {

  @ParameterizedTest(name = "{0} is {1} in London")
  @CsvSource({
    "2026-03-28T23:59:59.999Z, 2026-03-28",
    "2026-03-29T00:30:00Z, 2026-03-29",
    "2026-03-29T22:59:59Z, 2026-03-29",
    "2026-03-29T23:00:00Z, 2026-03-30",
    "2026-06-30T23:30:00Z, 2026-07-01",
    "2026-10-24T22:59:59Z, 2026-10-24",
    "2026-10-24T23:00:00Z, 2026-10-25",
    "2026-10-25T23:30:00Z, 2026-10-25",
    "2026-10-26T00:00:00Z, 2026-10-26",
    "2026-02-04T23:59:59Z, 2026-02-04"
  })
  void date_is_the_one_london_shows(Instant moment, LocalDate date) {
    assertThat(Days.of(moment)).isEqualTo(date);
  }

  @ParameterizedTest(name = "received {0}, due {1}")
  @CsvSource({
    "2026-03-29T22:59:59Z, 2026-04-29",
    "2026-03-29T23:00:00Z, 2026-04-30",
    "2026-09-29T23:30:00Z, 2026-10-30"
  })
  void summer_time_decides_the_day_of_receipt(Instant moment, LocalDate due) {
    var deadline =
        StatutoryClock.receivedOn(Days.of(moment))
            .deadline(BankHolidays.of(Division.ENGLAND_AND_WALES));

    assertThat(deadline.sortedBy()).isEqualTo(due);
  }
}
