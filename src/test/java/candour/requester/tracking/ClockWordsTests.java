package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.AnswerBy;
import candour.casework.AnswerBy.Awaited;
import candour.casework.AnswerBy.Cause;
import candour.casework.AnswerBy.DayOff;
import candour.casework.AnswerBy.Extension;
import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.AnswerBy.Pause;
import candour.casework.AnswerBy.Reasons;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ClockWordsTests {

  private static final Locale WELSH = Locale.of("cy");
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);

  private final ClockWords words = new ClockWords(messages());

  private static ResourceBundleMessageSource messages() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("templates/requester/messages");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Test
  void a_plain_month_is_said_in_two_sentences() {
    var why = reasons(1, RECEIVED.plusMonths(1), List.of(), RECEIVED.plusMonths(1), null);
    assertThat(words.due(new AnswerBy.On(LocalDate.of(2026, 12, 2), why), Locale.ENGLISH))
        .containsExactly("You must have your answer by Wednesday 2 December 2026.");
    assertThat(words.due(new AnswerBy.On(LocalDate.of(2026, 12, 2), why), WELSH))
        .containsExactly("Rhaid i chi gael eich ateb erbyn 2 Rhagfyr 2026 (dydd Mercher).");
    assertThat(words.reasons(why, Locale.ENGLISH))
        .containsExactly(
            "We received your request on Monday 2 November 2026.",
            "The law gives us one month from Monday 2 November 2026: until Wednesday 2 December"
                + " 2026.");
  }

  @Test
  void waiting_for_an_answer_and_a_weekend_move_the_date() {
    var pause = new Pause(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 18), 10);
    var why = reasons(1, RECEIVED.plusMonths(1), List.of(pause), LocalDate.of(2026, 12, 12), null);
    assertThat(words.reasons(why, Locale.ENGLISH))
        .endsWith(
            "From Monday 9 November 2026 to Wednesday 18 November 2026 we waited for your answer:"
                + " 10 days are not counted.",
            "That moves the date to Saturday 12 December 2026.",
            "Saturday 12 December 2026 is not a working day, so the time runs to the next one.",
            "Monday 14 December 2026 is a bank holiday (Candour Day), so the time runs to the next"
                + " working day.");
  }

  @Test
  void one_day_of_waiting_is_one_day() {
    var pause = new Pause(RECEIVED.plusDays(7), RECEIVED.plusDays(7), 1);
    var why = reasons(1, RECEIVED.plusMonths(1), List.of(pause), RECEIVED.plusMonths(1), null);
    assertThat(words.reasons(why, Locale.ENGLISH)).anyMatch(s -> s.contains("one day is not"));
    assertThat(words.reasons(why, WELSH)).anyMatch(s -> s.contains("ni chyfrifir un diwrnod"));
  }

  @Test
  void an_extension_says_when_and_why_in_both_languages() {
    var extension = new Extension(Ground.COMPLEXITY, RECEIVED, "Nine boxes of paper");
    var due = RECEIVED.plusMonths(3);
    var why = reasons(3, due, List.of(), due, extension);
    assertThat(words.reasons(why, Locale.ENGLISH))
        .anyMatch(s -> s.endsWith("because your request is complex: Nine boxes of paper"))
        .anyMatch(s -> s.startsWith("The law gives us three months"));
    assertThat(words.reasons(why, WELSH))
        .anyMatch(s -> s.contains("tri mis"))
        .anyMatch(s -> s.contains("2 Tachwedd 2026"));
  }

  @Test
  void while_the_clock_is_stopped_it_says_what_is_awaited_and_gives_no_date() {
    var why = reasons(1, RECEIVED.plusMonths(1), List.of(), RECEIVED.plusMonths(1), null);
    for (var awaited : Awaited.values()) {
      var stopped = new AnswerBy.Stopped(Set.of(awaited), RECEIVED, RECEIVED.plusMonths(1), why);
      for (var locale : List.of(Locale.ENGLISH, WELSH)) {
        assertThat(words.due(stopped, locale)).hasSize(2).noneMatch(s -> s.contains("{"));
      }
      assertThat(words.due(stopped, Locale.ENGLISH)).noneMatch(s -> s.contains("must have"));
    }
  }

  @Test
  void every_cause_and_ground_has_words_in_both_languages() {
    for (var locale : List.of(Locale.ENGLISH, WELSH)) {
      for (var cause : Cause.values()) {
        for (var ground : Ground.values()) {
          var why =
              new Reasons(
                  RECEIVED,
                  RECEIVED.plusDays(14),
                  cause,
                  3,
                  RECEIVED.plusMonths(3),
                  true,
                  List.of(),
                  RECEIVED.plusMonths(3),
                  List.of(),
                  new Extension(ground, RECEIVED, "Reasons"));
          assertThat(words.reasons(why, locale)).noneMatch(s -> s.contains("{"));
        }
      }
    }
  }

  /** With a Saturday and a bank holiday after the end, if the date was moved to a Saturday. */
  private static Reasons reasons(
      int months,
      LocalDate monthsEnd,
      List<Pause> pauses,
      LocalDate moved,
      @Nullable Extension extension) {
    var rolledOver =
        moved.equals(LocalDate.of(2026, 12, 12))
            ? List.of(
                new DayOff(moved, null, null),
                new DayOff(moved.plusDays(2), "Candour Day", "Diwrnod Didwylledd"))
            : List.<DayOff>of();
    return new Reasons(
        RECEIVED,
        RECEIVED,
        Cause.REQUEST_RECEIVED,
        months,
        monthsEnd,
        false,
        pauses,
        moved,
        rolledOver,
        extension);
  }
}
