package candour.oversight.figures;

import candour.oversight.figures.Figures.Figure;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the committee sees. Totals, and counts by provision, are exact, because the log publishes
 * class, provision and day of each; every other split is under disclosure control.
 */
public record Overview(
    Split received,
    Split recognised,
    Split answered,
    Split applied,
    Split supplemented,
    Split erased,
    Split byProvision,
    Split byOutcome,
    Split byWording,
    Split ended,
    Split endedHow,
    Split endedBy,
    Split silence,
    Split refused,
    Split refusedBy,
    Split relied,
    Split reliedOnCrime,
    Split reclassified,
    Split guardedLater,
    Split closed,
    Split complained,
    Split acknowledged,
    Split corrected,
    Split recipients,
    Split asked) {

  private static final List<String> PROVISIONS =
      List.of("ART_13_1_3", "ART_14_1_4", "ART_15_1_3", "ART_17_1_2", "ART_18_1", "ART_21_1");

  private static final List<String> NAMED_OR_NOT =
      Stream.concat(PROVISIONS.stream(), Stream.of("NOT_SAID")).toList();

  private static final List<String> OTHER_GROUNDS =
      List.of(
          "THIRD_PARTY",
          "CRIME_TAX",
          "LEGAL_PRIVILEGE",
          "SELF_INCRIM",
          "MGMT_FORECAST",
          "NEGOTIATION",
          "CONF_REFERENCE",
          "HEALTH_SERIOUS_HARM",
          "HEALTH_NO_OPINION",
          "HEALTH_EXPECTATION",
          "NOT_ABOUT_YOU");

  public static Overview of(List<Figure> figures) {
    var counts = new Counts(figures);
    return new Overview(
        counts.controlled("received", List.of("GENERAL", "GUARDED")),
        counts.controlled("recognised", List.of("SAME_DAY", "WITHIN_A_WEEK", "LATER")),
        counts.controlled(
            "answered",
            List.of("DISCLOSED", "DISCLOSED_IN_PART", "NOTHING_HELD", "WHOLLY_WITHHELD")),
        counts.controlled("answered-applied", List.of("true", "false")),
        counts.controlled("supplemented", List.of("GENERAL", "GUARDED")),
        counts.controlled("erased", List.of("RETENTION", "REQUEST")),
        counts.exact("determined", PROVISIONS),
        counts.controlled("determined-outcome", List.of("APPLIED", "NOT_APPLIED")),
        counts.controlled("determined-wording", List.of("ALIKE", "OWN")),
        counts.exact("ended", PROVISIONS),
        counts.controlled("ended-how", List.of("WITHDRAWN", "LAPSED", "OVERTURNED")),
        counts.controlled(
            "ended-by",
            List.of(
                "OFFICE",
                "RECLASSIFIED",
                "REVIEW_DATE",
                "COMPLAINT",
                "COMMISSIONER",
                "TRIBUNAL",
                "COURT")),
        counts.exact("silence", List.of("PROPOSED", "APPROVED", "RETURNED")),
        counts.exact("refused", NAMED_OR_NOT),
        counts.controlled(
            "refused-rule", List.of("WINDRUSH_GUARD", "FOUR_EYES", "SECRETARY_OF_STATE_ONLY")),
        counts.controlled("relied", OTHER_GROUNDS),
        counts.controlled("relied-crime", List.of("INSTEAD_OF_IMMIGRATION", "ON_ITS_OWN")),
        counts.exact("reclassified", List.of("PENDING", "RETURNED", "OBJECTED", "EFFECTIVE")),
        counts.controlled("guarded-later", List.of("REQUESTER", "OFFICER")),
        counts.exact("closed", List.of("WITHDRAWN", "JOINED")),
        counts.controlled("complained", List.of("UPHELD", "UPHELD_IN_PART", "NOT_UPHELD", "OPEN")),
        counts.controlled(
            "complained-acknowledged", List.of("IN_TIME", "LATE", "WAITING", "NO_DUTY")),
        counts.controlled("corrected", List.of("CORRECTED", "DISPUTED", "REFUSED", "OPEN")),
        counts.controlled("recipients", List.of("TOLD", "IMPOSSIBLE", "DISPROPORTIONATE", "OPEN")),
        counts.controlled(
            "asked", List.of("APPROVED_TRACE", "APPROVED_NO_TRACE", "REJECTED", "WITHDRAWN")));
  }

  /** Every published figure: {@code measure,split,count}. */
  public List<String> rows() {
    return splits().stream()
        .flatMap(split ->
            split.rows().stream()
                .map(row -> split.name() + ',' + row.label() + ',' + row.cell().text()))
        .toList();
  }

  public List<Split> splits() {
    return List.of(
        received,
        recognised,
        answered,
        applied,
        supplemented,
        erased,
        byProvision,
        byOutcome,
        byWording,
        ended,
        endedHow,
        endedBy,
        silence,
        refused,
        refusedBy,
        relied,
        reliedOnCrime,
        reclassified,
        guardedLater,
        closed,
        complained,
        acknowledged,
        corrected,
        recipients,
        asked);
  }

  private record Counts(List<Figure> figures) {

    Split controlled(String measure, List<String> labels) {
      return Split.controlled(measure, labels, counts(measure, labels));
    }

    Split exact(String measure, List<String> labels) {
      return Split.exact(measure, labels, counts(measure, labels));
    }

    private List<Long> counts(String measure, List<String> labels) {
      return labels.stream()
          .map(label ->
              figures.stream()
                  .filter(f -> f.measure().equals(measure) && f.split().equals(label))
                  .mapToLong(Figure::n)
                  .sum())
          .toList();
    }
  }
}
