package candour.exemptions.deciding;

import candour.exemptions.Approval;
import candour.exemptions.Telling;
import candour.exemptions.Words;
import candour.exemptions.deciding.Answers.Decision;
import candour.exemptions.deciding.Answers.Told;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What another officer decides on a proposal, and on telling the person where that is open. */
record RulingForm(
    @OneOf(value = Decision.class, message = "{determination.ruling.wrong}") String ruling,
    @Says(value = Words.RULING, message = "{determination.reason.wrong}") String reason,
    @Nullable String likenessReason,
    @Nullable String namesNobody,
    @Nullable String tell,
    @Nullable String tellReason) {

  static RulingForm blank() {
    return new RulingForm("", "", "", "", "", "");
  }

  boolean approves() {
    return Decision.APPROVED.name().equals(ruling);
  }

  /**
   * What approving needs beside a reason.
   *
   * @param alike whether there are likenesses to justify
   * @param asksToTell whether not telling was proposed
   */
  void checkApproval(boolean alike, boolean asksToTell, BindingResult errors) {
    if (alike && !says(likenessReason)) {
      errors.rejectValue("likenessReason", "determination.likenessReason.wrong");
    }
    if (!readsSummary()) {
      errors.rejectValue("namesNobody", "determination.namesNobody.wrong");
    }
    if (asksToTell && Arrays.stream(Told.values()).noneMatch(it -> it.name().equals(tell))) {
      errors.rejectValue("tell", "determination.tell.wrong");
    } else if (asksToTell && keepsQuiet() && !says(tellReason)) {
      errors.rejectValue("tellReason", "determination.tellReason.wrong");
    }
  }

  /** Telling is the rule: only where not telling was proposed can it be decided. */
  Approval approval(Telling.@Nullable NotTold proposed) {
    var telling =
        proposed != null && keepsQuiet()
            ? new Telling.NotTold(Objects.requireNonNullElse(tellReason, ""), proposed.reviewOn())
            : new Telling.Told();
    return new Approval(reason, telling, readsSummary(), likenessReason);
  }

  private boolean readsSummary() {
    return "true".equals(namesNobody);
  }

  private boolean keepsQuiet() {
    return Told.NOT_TOLD.name().equals(tell);
  }

  private static boolean says(@Nullable String words) {
    return Words.say(Objects.requireNonNullElse(words, ""), Words.REASON);
  }
}
