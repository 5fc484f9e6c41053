package candour.casework.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days that do not count, from the day of asking to the day of the answer, both included (UK GDPR
 * Art. 12A(5)).
 *
 * @param days how many of them come after the relevant time; its own day is never counted anyway
 */
public record Pause(StopReason cause, LocalDate from, LocalDate until, int days) {

  /** Joins pauses that share a day, so that none is left out of the count twice. */
  static List<Pause> merge(List<Hold> holds, LocalDate relevantTime) {
    var merged = new ArrayList<Pause>();
    for (var hold : holds.stream().sorted(Comparator.comparing(Hold::from)).toList()) {
      var until = hold.until() == null ? hold.from() : hold.until();
      var from = hold.from();
      if (!merged.isEmpty() && !from.isAfter(merged.getLast().until())) {
        var earlier = merged.removeLast();
        from = earlier.from();
        until = until.isAfter(earlier.until()) ? until : earlier.until();
      }
      merged.add(new Pause(hold.reason(), from, until, daysAfter(relevantTime, from, until)));
    }
    return List.copyOf(merged);
  }

  private static int daysAfter(LocalDate relevantTime, LocalDate from, LocalDate until) {
    var uncounted = from.isAfter(relevantTime) ? from : relevantTime.plusDays(1);
    return (int) Math.max(0, ChronoUnit.DAYS.between(uncounted, until) + 1);
  }
}
