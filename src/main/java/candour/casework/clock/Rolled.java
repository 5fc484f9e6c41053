package candour.casework.clock;

import java.time.LocalDate;
import java.util.List;

/** The working day on which a period ends, and the days it was carried over to get there. */
public record Rolled(LocalDate to, List<NonWorkingDay> over) {

  public Rolled {
    over = List.copyOf(over);
  }
}
