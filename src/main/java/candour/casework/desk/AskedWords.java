package candour.casework.desk;

import candour.casework.Sought;
import candour.casework.SubjectAccessRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What somebody asks for and why, in the rows of a summary list. */
@Component
class AskedWords {

  private final Words words;

  AskedWords(Words words) {
    this.words = words;
  }

  List<Row> rows(SubjectAccessRequest asked) {
    var sought = asked.sought();
    return List.of(
        Row.of(words.say("overview.extent"), words.of("case.extent.", sought.extent())),
        Row.of(words.say("overview.documents"), sought.documents().toArray(String[]::new)),
        Row.of(
            words.say("overview.wants"),
            sought.wants().stream()
                .sorted()
                .map(want -> words.of("case.want.", want))
                .toArray(String[]::new)),
        Row.of(words.say("overview.words"), sought.words().lines().toArray(String[]::new)),
        Row.of(words.say("overview.period"), period(sought)),
        Row.of(words.say("overview.purpose"), words.of("case.purpose.", asked.purpose())),
        Row.of(words.say("overview.declared"), asked.declared()));
  }

  private String period(Sought sought) {
    if (!sought.extent().hasPeriod()) {
      return "";
    }
    return sought.periodFrom().isEmpty() && sought.periodTo().isEmpty()
        ? words.say("overview.period.all")
        : Stream.of(sought.periodFrom(), sought.periodTo())
            .map(end -> end.isEmpty() ? "…" : end)
            .reduce((from, to) -> words.say("overview.period.part", from, to))
            .orElseThrow();
  }
}
