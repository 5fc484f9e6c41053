package candour.records;

import java.util.UUID;

/** Names a collected record. */
public record RecordId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
