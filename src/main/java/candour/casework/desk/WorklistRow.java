package candour.casework.desk;

import candour.casework.CaseSummary;
import java.time.LocalDate;

/** A case as a line of the worklist, every word of it ready. */
record WorklistRow(
    String href,
    String number,
    String name,
    boolean guarded,
    boolean reopened,
    String received,
    String due,
    String left,
    String tone,
    String stage,
    String officer) {

  static WorklistRow of(CaseSummary summary, LocalDate today, Words words) {
    var left = DueWords.of(summary, today);
    return new WorklistRow(
        "/staff/cases/" + summary.reference(),
        summary.number(),
        summary.subjectName(),
        summary.guarded(),
        summary.reopenedOn() != null,
        words.date(summary.receivedOn()),
        words.date(shown(summary)),
        left.in(words),
        left.tone(),
        words.of("case.stage.", summary.stage()),
        summary.allocatedTo());
  }

  /** When it was answered, else when it is due, else when it last was. */
  private static LocalDate shown(CaseSummary summary) {
    return summary.answeredOn() == null ? summary.listedDueOn() : summary.answeredOn();
  }
}
