package candour.exemptions;

import candour.platform.Identifiers;
import java.util.UUID;

/** Names one determination: one item, one provision, one occasion. */
public record DeterminationId(UUID value) {

  public static DeterminationId next() {
    return new DeterminationId(Identifiers.next());
  }

  public static DeterminationId of(String text) {
    return new DeterminationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
