package candour.oversight.figures;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A published total and how it divides.
 *
 * @param name leads the message keys of the table
 */
public record Split(String name, long total, List<Row> rows) {

  /** One part of the total; the label is a message key's last part. */
  public record Row(String label, Cell cell) {}

  /**
   * How much of all published parts one is, in per cent of what is published: {@code [c]} where any
   * part is confidential, {@code [z]} of nothing.
   */
  public String share(String label) {
    if (rows.stream().anyMatch(row -> row.cell().published().isEmpty())) {
      return "[c]";
    }
    long all = published(_ -> true);
    return all == 0 ? "[z]" : Math.round(100.0 * published(label::equals) / all) + "%";
  }

  private long published(Predicate<String> labels) {
    return rows.stream()
        .filter(row -> labels.test(row.label()))
        .mapToLong(row -> row.cell().published().orElse(0))
        .sum();
  }

  /** Parts that may be published as counted, since the log publishes them anyway. */
  static Split exact(String name, List<String> labels, List<Long> counts) {
    return of(name, labels, counts, counts.stream().<Cell>map(Cell.Exact::new).toList());
  }

  /** Parts under disclosure control. */
  static Split controlled(String name, List<String> labels, List<Long> counts) {
    return of(name, labels, counts, Suppression.split(counts));
  }

  private static Split of(String name, List<String> labels, List<Long> counts, List<Cell> cells) {
    return new Split(
        name,
        counts.stream().mapToLong(Long::longValue).sum(),
        IntStream.range(0, labels.size())
            .mapToObj(i -> new Row(labels.get(i), cells.get(i)))
            .toList());
  }
}
