package candour.casework.desk;

import candour.casework.CaseSummary;
import candour.casework.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much of the applicable time period is left.
 *
 * @param key of the words, which take {@code days}
 * @param days left, or past the due date; never negative
 */
record DueWords(String key, long days) {

  private static final int SOON = 5;

  static DueWords of(CaseSummary summary, LocalDate today) {
    var due = summary.dueOn();
    if (summary.outcome() == Outcome.WITHDRAWN) {
      return new DueWords("due.withdrawn", 0);
    }
    if (summary.outcome() == Outcome.JOINED) {
      return new DueWords("due.joined", 0);
    }
    if (summary.outcome() != null) {
      return new DueWords("due.answered", 0);
    }
    if (!summary.hasClock()) {
      return new DueWords("due.courtesy", 0);
    }
    return due == null ? new DueWords("due.stopped", 0) : until(due, today);
  }

  static DueWords until(LocalDate due, LocalDate today) {
    var days = ChronoUnit.DAYS.between(today, due);
    return days < 0 ? new DueWords("due.over", -days) : new DueWords("due.left", days);
  }

  /** The style that draws attention where it is needed; empty where it is not. */
  String tone() {
    return switch (key) {
      case "due.over" -> "app-due--over";
      case "due.left" -> days <= SOON ? "app-due--soon" : "";
      default -> "";
    };
  }

  String in(Words words) {
    return words.say(key, days);
  }
}
