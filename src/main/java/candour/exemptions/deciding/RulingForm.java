package candour.exemptions.deciding;

import candour.exemptions.Words;
import candour.exemptions.deciding.Answers.Decision;
import candour.exemptions.deciding.Answers.Told;
import org.jspecify.annotations.Nullable;

/** What another officer decides on a proposal, and on telling the person where that is open. */
record RulingForm(
    @OneOf(value = Decision.class, message = "{determination.ruling.wrong}") String ruling,
    @Says(value = Words.RULING, message = "{determination.reason.wrong}") String reason,
    @Nullable String tell,
    @Nullable String tellReason) {

  static RulingForm blank() {
    return new RulingForm("", "", "", "");
  }

  boolean approves() {
    return Decision.APPROVED.name().equals(ruling);
  }

  boolean keepsQuiet() {
    return Told.NOT_TOLD.name().equals(tell);
  }
}
