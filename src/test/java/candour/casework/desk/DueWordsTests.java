package candour.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class DueWordsTests {

  private static final LocalDate DUE = LocalDate.of(2026, 8, 3);

  private final Words words = words();

  @AfterEach
  void no_language_stays_chosen() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-24, 10 days left, 10 diwrnod ar ôl, ''",
    "2026-07-29, 5 days left, 5 diwrnod ar ôl, app-due--soon",
    "2026-08-01, 2 days left, 2 ddiwrnod ar ôl, app-due--soon",
    "2026-08-02, 1 day left, 1 diwrnod ar ôl, app-due--soon",
    "2026-08-03, due today, i’w ateb heddiw, app-due--soon",
    "2026-08-04, 1 day over, 1 diwrnod yn hwyr, app-due--over",
    "2026-08-05, 2 days over, 2 ddiwrnod yn hwyr, app-due--over",
    "2026-09-12, 40 days over, 40 diwrnod yn hwyr, app-due--over",
  })
  void the_days_left_or_over_are_said_in_both_languages(
      LocalDate today, String english, String welsh, String tone) {
    var due = DueWords.until(DUE, today);
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(due.in(words)).isEqualTo(english);
    LocaleContextHolder.setLocale(Locale.of("cy"));
    assertThat(due.in(words)).isEqualTo(welsh);
    assertThat(due.tone()).isEqualTo(tone);
  }

  @Test
  void the_days_are_those_of_the_calendar() {
    for (var today = DUE.minusDays(400);
        today.isBefore(DUE.plusDays(400));
        today = today.plusDays(1)) {
      var due = DueWords.until(DUE, today);
      var over = due.key().equals("due.over");
      assertThat(over).isEqualTo(today.isAfter(DUE));
      assertThat(today.plusDays(over ? -due.days() : due.days())).isEqualTo(DUE);
    }
  }

  static Words words() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("templates/casework/messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Words(messages);
  }
}
