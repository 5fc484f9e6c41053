package candour.requester.journey;

import candour.casework.Want;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which files somebody asks for; whoever wants everything need name nothing else. */
record WhichRecords(@NotEmpty(message = "{which-records.wants.missing}") Set<Want> wants)
    implements Answer {

  static final WhichRecords BLANK = new WhichRecords(null);

  WhichRecords(@Nullable Set<Want> wants) {
    this.wants = alone(wants == null ? Set.of() : wants);
  }

  private static Set<Want> alone(Set<Want> wants) {
    return wants.contains(Want.EVERYTHING) ? Set.of(Want.EVERYTHING) : Set.copyOf(wants);
  }

  @Override
  public List<Row> rows() {
    var lines =
        Stream.of(Want.values())
            .filter(wants::contains)
            .map(want -> Answer.sentence("which-records." + want))
            .toList();
    return List.of(new Row("which-records.row", lines));
  }
}
