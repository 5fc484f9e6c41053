package candour.casework.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintAcknowledgementTests {

  @ParameterizedTest(name = "complaint of {0} in {2}: by {1}")
  @CsvSource({
    "2026-07-01, 2026-07-31, ENGLAND_AND_WALES",
    "2026-07-04, 2026-08-03, ENGLAND_AND_WALES",
    "2026-07-04, 2026-08-04, SCOTLAND",
    "2026-11-25, 2026-12-29, ENGLAND_AND_WALES"
  })
  void thirty_days_run_from_the_day_after_receipt(
      LocalDate received, LocalDate due, Division division) {
    assertThat(ComplaintAcknowledgement.dueBy(received, BankHolidays.of(division))).contains(due);
  }
}
