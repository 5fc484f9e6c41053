package candour.requester.journey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what time records are wanted, in the person's own words. */
record Period(
    @NotNull(message = "{period.span.missing}") @Nullable Span span,
    @Size(max = 200, message = "{period.from.long}") String from,
    @Size(max = 200, message = "{period.until.long}") String until)
    implements Answer {

  static final Period BLANK = new Period(null, null, null);

  enum Span {
    EVERYTHING,
    PART
  }

  Period(@Nullable Span span, @Nullable String from, @Nullable String until) {
    this.span = span;
    this.from = Answer.text(from);
    this.until = Answer.text(until);
  }

  boolean lacksBounds() {
    return span == Span.PART && from.isEmpty() && until.isEmpty();
  }

  /** The start of the period as officers read it; empty for everything. */
  String start() {
    return span == Span.PART ? from : "";
  }

  /** The end of the period as officers read it; empty for everything. */
  String end() {
    return span == Span.PART ? until : "";
  }

  @Override
  public List<Row> rows() {
    return span == Span.PART
        ? List.of(Answer.typed("period.from.row", from), Answer.typed("period.until.row", until))
        : List.of(Answer.row("period.row", "period.EVERYTHING"));
  }
}
