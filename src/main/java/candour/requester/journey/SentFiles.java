package candour.requester.journey;

import candour.requester.journey.Answer.Line.Typed;
import java.util.List;

/**
 * That somebody was asked for files that show who they are, and those that they have sent; none is
 * a full answer.
 *
 * @param names of what {@link DraftFiles} keeps
 */
record SentFiles(List<String> names) implements Answer {

  SentFiles {
    names = List.copyOf(names);
  }

  @Override
  public List<Row> rows() {
    return names.isEmpty()
        ? List.of(Answer.row("evidence.row", "evidence.row.later"))
        : List.of(new Row("evidence.row", List.copyOf(names.stream().map(Typed::new).toList())));
  }
}
