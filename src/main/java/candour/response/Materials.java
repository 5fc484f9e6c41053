package candour.response;

import candour.casework.CaseSummary;
import candour.exemptions.Determination;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.ledger.Disclosure;
import candour.ledger.Ledger;
import candour.records.Records;
import candour.records.ReviewedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the person is told of: all of it, or what became of something since an answer. */
@Component
class Materials {

  private final Records records;
  private final Exemptions exemptions;
  private final Ledger ledger;
  private final Packs packs;

  Materials(Records records, Exemptions exemptions, Ledger ledger, Packs packs) {
    this.records = records;
    this.exemptions = exemptions;
    this.ledger = ledger;
    this.packs = packs;
  }

  Material whole(CaseSummary summary) {
    return material(summary, records.reviewed(summary.reference()), _ -> true);
  }

  /**
   * What was decided on after this moment, and entries that a determination kept back till then.
   */
  Material since(CaseSummary summary, Instant moment) {
    return material(
        summary,
        records.reviewedSince(summary.reference(), moment),
        entries(exemptions.endedSince(summary.reference(), moment))::contains);
  }

  private Material material(
      CaseSummary summary, List<ReviewedRecord> reviewed, Predicate<UUID> entry) {
    var inForce = exemptions.inForce(summary.reference());
    var tellable = new Tellable(inForce);
    return new Material(
        tellable.of(reviewed),
        shown(summary).filter(disclosure -> entry.test(disclosure.id())).toList(),
        inForce.stream()
            .filter(d -> d.proposal().item().kind() == Item.Kind.DISCLOSURE)
            .filter(d -> entry.test(d.proposal().item().withinId()))
            .filter(tellable::includes)
            .toList());
  }

  private Stream<Disclosure> shown(CaseSummary summary) {
    var withheld = packs.withheldEntries(summary.reference());
    return ledger.shownTo(summary.subjectId()).stream()
        .filter(disclosure -> !withheld.contains(disclosure.id()));
  }

  /** What has changed since the answer that was sent last, for the letter of the further one. */
  Changes changes(CaseSummary summary, Instant moment, Material material, Schedules words) {
    var reference = summary.reference();
    return new Changes(
        material,
        records.reviewedAt(reference, moment),
        exemptions.endedSince(reference, moment),
        new Tellable(exemptions.inForce(reference)).quiet(records.reviewed(reference)),
        words);
  }

  private static Set<UUID> entries(List<Determination.Ended> ended) {
    return ended.stream()
        .map(each -> each.proposal().item())
        .filter(item -> item.kind() == Item.Kind.DISCLOSURE)
        .map(Item::withinId)
        .collect(Collectors.toSet());
  }
}
