package candour.exemptions.deciding;

import candour.exemptions.Telling;
import candour.exemptions.Words;
import java.util.Objects;

/** Why the person may still not be told, and until when; it always starts blank. */
record SilenceForm(
    @Says(value = Words.REASON, message = "{silence.reason.wrong}") String reason,
    TypedDay reviewOn) {

  /** A form without a day in it has a blank one. */
  SilenceForm {
    reviewOn = Objects.requireNonNullElse(reviewOn, TypedDay.BLANK);
  }

  static SilenceForm blank() {
    return new SilenceForm("", TypedDay.BLANK);
  }

  /** What a form without errors means. */
  Telling.NotTold telling() {
    return new Telling.NotTold(reason, reviewOn.read().orElseThrow());
  }
}
