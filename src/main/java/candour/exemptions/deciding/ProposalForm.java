package candour.exemptions.deciding;

import candour.exemptions.Limb;
import candour.exemptions.Proposal;
import candour.exemptions.Provision;
import candour.exemptions.Words;
import candour.exemptions.deciding.Answers.Outcome;
import candour.exemptions.deciding.Answers.Told;
import candour.exemptions.deciding.Answers.YesOrNo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A determination as an officer types it, every part in a field of its own. It always starts blank:
 * nothing is decided by copying (DPA 2018 Sch 2 para 4A(2)).
 */
record ProposalForm(
    @OneOf(value = Provision.class, message = "{propose.provision.wrong}") String provision,
    @Nullable String article5,
    @OneOf(value = Proposal.Purpose.class, message = "{propose.purpose.wrong}") String purpose,
    @OneOf(value = Proposal.Extent.class, message = "{propose.extent.wrong}") String extent,
    @Says(value = Words.REASON, message = "{propose.prejudiceTo.wrong}") String prejudiceTo,
    @Says(value = Words.REASON, message = "{propose.likelihood.wrong}") String likelihood,
    @Says(value = Words.REASON, message = "{propose.lesserStep.wrong}") String lesserStep,
    @Says(value = Words.CONSIDERATION, message = "{propose.vulnerability.wrong}")
        String vulnerability,
    @Says(value = Words.CONSIDERATION, message = "{propose.rights.wrong}") String rights,
    @Says(value = Words.CONSIDERATION, message = "{propose.refugees.wrong}") String refugees,
    @Says(value = Words.CONSIDERATION, message = "{propose.trafficking.wrong}") String trafficking,
    @Says(value = Words.CONSIDERATION, message = "{propose.children.wrong}") String children,
    @Says(value = Words.CONSIDERATION, message = "{propose.compliance.wrong}") String compliance,
    @Says(value = Words.CONSIDERATION, message = "{propose.otherDuty.wrong}") String otherDuty,
    @OneOf(value = YesOrNo.class, message = "{propose.limbA.wrong}") String limbA,
    @Says(value = Words.REASON, message = "{propose.limbAReason.wrong}") String limbAReason,
    @OneOf(value = YesOrNo.class, message = "{propose.limbB.wrong}") String limbB,
    @Says(value = Words.REASON, message = "{propose.limbBReason.wrong}") String limbBReason,
    @OneOf(value = YesOrNo.class, message = "{propose.limbC.wrong}") String limbC,
    @Says(value = Words.REASON, message = "{propose.limbCReason.wrong}") String limbCReason,
    @OneOf(value = Outcome.class, message = "{propose.outcome.wrong}") String outcome,
    @Nullable String tell,
    @Nullable String tellReason,
    TypedDay tellReviewOn,
    TypedDay reviewOn,
    @Nullable String summary) {

  /** A form without a day in it has a blank one. */
  ProposalForm {
    tellReviewOn = Objects.requireNonNullElse(tellReviewOn, TypedDay.BLANK);
    reviewOn = Objects.requireNonNullElse(reviewOn, TypedDay.BLANK);
  }

  static ProposalForm blank() {
    var none = "";
    return new ProposalForm(
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        TypedDay.BLANK,
        TypedDay.BLANK,
        none);
  }

  /** The words that were typed, by the last part of their label's key. */
  Map<String, String> typed() {
    var typed = new LinkedHashMap<String, String>();
    var labels =
        List.of(
            "prejudiceTo",
            "likelihood",
            "lesserStep",
            "vulnerability",
            "rights",
            "refugees",
            "trafficking",
            "children",
            "compliance",
            "otherDuty",
            "limbAReason",
            "limbBReason",
            "limbCReason",
            "tellReason",
            "summary");
    var words =
        Stream.of(
                prejudiceTo,
                likelihood,
                lesserStep,
                vulnerability,
                rights,
                refugees,
                trafficking,
                children,
                compliance,
                otherDuty,
                limbAReason,
                limbBReason,
                limbCReason,
                tellReason,
                summary)
            .map(it -> Objects.requireNonNullElse(it, ""))
            .toList();
    IntStream.range(0, labels.size())
        .filter(i -> !words.get(i).isBlank())
        .forEach(i -> typed.put(labels.get(i), words.get(i)));
    return typed;
  }

  /** The provision aimed at, if it is one of the six, even where nothing else is right. */
  Optional<Provision> aimedAt() {
    return Arrays.stream(Provision.values()).filter(it -> it.name().equals(provision)).findFirst();
  }

  boolean applies() {
    return Outcome.APPLIED.name().equals(outcome);
  }

  /** Whether not telling the person is proposed. */
  boolean keepsQuiet() {
    return applies() && Told.NOT_TOLD.name().equals(tell);
  }

  boolean meets(Limb limb) {
    var answer =
        switch (limb) {
          case A -> limbA;
          case B -> limbB;
          case C -> limbC;
        };
    return YesOrNo.YES.name().equals(answer);
  }

  boolean meetsEveryLimb() {
    return List.of(Limb.values()).stream().allMatch(this::meets);
  }
}
