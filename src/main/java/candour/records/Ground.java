package candour.records;

import candour.exemptions.Exemption;
import candour.platform.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what something is kept back: a ground of the register, and what it rests on in this case.
 *
 * @param basis for the immigration exemption the one determination; for every other ground what an
 *     officer wrote down
 */
public record Ground(String code, UUID basis) {

  /** As it stands in a form: the code, and after a colon what it rests on. */
  static Ground parse(String choice) {
    var colon = choice.indexOf(':');
    try {
      if (colon > 0) {
        return new Ground(choice.substring(0, colon), UUID.fromString(choice.substring(colon + 1)));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new Refusal("unknown-ground");
  }

  /** As the database has it: one of the two is null. */
  static Ground of(String code, @Nullable UUID proposal, @Nullable UUID reliance) {
    if (proposal != null) {
      return new Ground(code, proposal);
    } else if (reliance != null) {
      return new Ground(code, reliance);
    }
    throw new IllegalStateException("A ground that rests on nothing");
  }

  /** The determination; null for every ground but immigration control. */
  public @Nullable UUID proposalId() {
    return isImmigration() ? basis : null;
  }

  /** What an officer wrote down; null for immigration control. */
  public @Nullable UUID relianceId() {
    return isImmigration() ? null : basis;
  }

  private boolean isImmigration() {
    return code.equals(Exemption.IMMIGRATION);
  }

  String choice() {
    return code + ':' + basis;
  }
}
