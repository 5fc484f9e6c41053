package candour.casework;

import candour.identity.Requester;
import java.util.UUID;

/** How whoever is written to stands to the request: what a letter may call “yours”. */
public enum Standpoint {
  OWN,
  FOR_ANOTHER,
  FOR_THE_DEAD,
  /** Somebody else asked for them. */
  BY_ANOTHER;

  static Standpoint of(Requester writtenTo, UUID asker) {
    if (!writtenTo.id().equals(asker)) {
      return BY_ANOTHER;
    }
    return switch (writtenTo.capacity()) {
      case SELF -> OWN;
      case PARENT, RELATIVE_OR_FRIEND, ADVISER -> FOR_ANOTHER;
      case EXECUTOR -> FOR_THE_DEAD;
    };
  }

  /** Whether the records are about whoever is written to. */
  public boolean isAboutThem() {
    return this == OWN || this == BY_ANOTHER;
  }
}
