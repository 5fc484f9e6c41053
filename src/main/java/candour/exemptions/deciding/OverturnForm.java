package candour.exemptions.deciding;

import candour.casework.Complaint;
import candour.exemptions.Overruling;
import candour.exemptions.Words;
import jakarta.validation.constraints.Size;
import java.util.Objects;

/** What an officer types of the outcome that overturned a determination. */
record OverturnForm(
    @OneOf(value = Overruling.Authority.class, message = "{overturn.by.wrong}") String by,
    TypedDay on,
    @Says(value = Overruling.LEAST_REFERENCE, message = "{overturn.reference.wrong}")
        @Size(max = Overruling.MOST_REFERENCE, message = "{overturn.reference.wrong}")
        String reference,
    @Says(value = Words.RULING, message = "{overturn.reason.wrong}") String reason) {

  /** A form without a day in it has a blank one. */
  OverturnForm {
    on = Objects.requireNonNullElse(on, TypedDay.BLANK);
  }

  /** As an upheld complaint begins it: its outcome is on record, the reason is not. */
  static OverturnForm by(Complaint upheld, String number) {
    var decided = Objects.requireNonNull(upheld.decided());
    return new OverturnForm(
        Overruling.Authority.COMPLAINT.name(),
        TypedDay.of(decided.on()),
        number + "/" + upheld.number(),
        "");
  }

  static OverturnForm blank() {
    return new OverturnForm("", TypedDay.BLANK, "", "");
  }
}
