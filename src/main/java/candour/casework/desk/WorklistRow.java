package candour.casework.desk;

import candour.casework.CaseSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A case as a line of the worklist, every word of it ready. */
record WorklistRow(
    String href,
    String number,
    String name,
    List<Tag> tags,
    String received,
    String due,
    String left,
    String tone,
    String stage,
    String officer) {

  /** What sets a case apart, and the colour that repeats it. */
  record Tag(String css, String words) {}

  static WorklistRow of(CaseSummary summary, LocalDate today, Words words) {
    var left = DueWords.of(summary, today);
    return new WorklistRow(
        "/staff/cases/" + summary.reference(),
        summary.number(),
        summary.subjectName(),
        tags(summary, words),
        words.date(summary.receivedOn()),
        words.date(shown(summary)),
        left.in(words),
        left.tone(),
        words.of("case.stage.", summary.stage()),
        summary.allocatedTo());
  }

  private static List<Tag> tags(CaseSummary summary, Words words) {
    var tags = new ArrayList<Tag>(3);
    if (summary.urgent() && summary.isOpen()) {
      tags.add(new Tag("govuk-tag govuk-tag--red", words.say("layout.case.urgent")));
    }
    if (summary.guarded()) {
      tags.add(new Tag("govuk-tag govuk-tag--purple", words.say("layout.case.guarded")));
    }
    if (summary.reopenedOn() != null) {
      tags.add(new Tag("govuk-tag govuk-tag--yellow", words.say("layout.case.reopened")));
    }
    return tags;
  }

  /** When it was answered, else when it is due, else when it last was. */
  private static LocalDate shown(CaseSummary summary) {
    return summary.answeredOn() == null ? summary.listedDueOn() : summary.answeredOn();
  }
}
