package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Urgencies;
import candour.casework.Urgency;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether and why a case cannot wait, in the rows of a summary list: as asked, and as learnt since.
 */
@Component
class UrgencyWords {

  private final Urgencies urgencies;
  private final Words words;

  UrgencyWords(Urgencies urgencies, Words words) {
    this.urgencies = urgencies;
    this.words = words;
  }

  List<Row> rows(CaseReference reference, @Nullable Urgency asked) {
    var rows = new ArrayList<Row>();
    if (asked != null) {
      rows.add(
          Row.of(
              words.say("urgency.asked"),
              words.of("case.urgency.", asked.cause()),
              asked.when(),
              asked.words()));
    }
    urgencies.of(reference).forEach(change -> rows.add(row(change)));
    return List.copyOf(rows);
  }

  private Row row(Urgencies.Change change) {
    var cause = change.cause();
    return Row.of(
        words.say(cause == null ? "urgency.over" : "urgency.since"),
        cause == null ? "" : words.of("case.urgency.", cause),
        change.when(),
        change.reason(),
        words.say("urgency.by", change.officerName(), words.date(change.on())));
  }
}
