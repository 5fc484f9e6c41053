package candour.casework;

import java.util.UUID;

/**
 * Names a case in URLs and between modules: 128 random bits, which tell nothing and cannot be
 * guessed.
 */
public record CaseReference(UUID value) {

  public static CaseReference of(String text) {
    return new CaseReference(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
