package candour.oversight.figures;

import candour.platform.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a day's entries, and what stood published when they were counted: whoever
 * changes a figure later, or takes an entry away, contradicts it.
 *
 * @param day in London
 * @param counts {@code class,provision,count} for each class and provision of that day
 * @param published the committee's table, {@code measure,split,count}
 */
record DailyTally(LocalDate day, List<String> counts, List<String> published) implements Fact {

  @Override
  public String factClass() {
    return "tally.daily";
  }

  @Override
  public boolean isPublic() {
    return true;
  }

  @Override
  public @Nullable UUID caseId() {
    return null;
  }
}
