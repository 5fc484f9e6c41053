package candour.records;

import candour.exemptions.Exemption;
import candour.platform.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what something is kept back: a ground of the register, and for the immigration exemption the
 * one determination.
 *
 * @param proposalId the determination; null for every other ground
 */
public record Ground(String code, @Nullable UUID proposalId) {

  public Ground {
    if (code.equals(Exemption.IMMIGRATION) != (proposalId != null)) {
      throw new Refusal("immigration-ground-needs-a-determination");
    }
  }

  /** As it stands in a form: the code, and after a colon the determination. */
  static Ground parse(String choice) {
    try {
      var colon = choice.indexOf(':');
      return colon < 0
          ? new Ground(choice, null)
          : new Ground(choice.substring(0, colon), UUID.fromString(choice.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new Refusal("unknown-ground");
    }
  }

  String choice() {
    return proposalId == null ? code : code + ':' + proposalId;
  }
}
