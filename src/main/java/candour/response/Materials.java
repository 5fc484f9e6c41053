package candour.response;

import candour.casework.CaseReference;
import candour.casework.CaseSummary;
import candour.exemptions.Determination;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Provision;
import candour.records.Records;
import candour.records.ReviewedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what the person is told of: all of it, or what became of something since an answer. */
@Component
class Materials {

  private final Records records;
  private final Exemptions exemptions;
  private final EntriesForPerson entries;
  private final EntryRows entryRows;

  Materials(Records records, Exemptions exemptions, EntriesForPerson entries, EntryRows entryRows) {
    this.records = records;
    this.exemptions = exemptions;
    this.entries = entries;
    this.entryRows = entryRows;
  }

  Material whole(CaseSummary summary) {
    return material(summary, records.reviewed(summary.reference()), _ -> true);
  }

  /** What was decided on after this moment, and entries that were kept back till then. */
  Material since(CaseSummary summary, Instant moment) {
    var reference = summary.reference();
    var ended = entries(endedSince(reference, moment));
    var decided = entryRows.decidedSince(reference, moment);
    return material(
        summary,
        records.reviewedSince(reference, moment),
        entry -> ended.contains(entry) || decided.contains(entry));
  }

  private Material material(
      CaseSummary summary, List<ReviewedRecord> reviewed, Predicate<UUID> entry) {
    var withheld = entryRows.withheld(summary.reference());
    return new Material(
        new Tellable(exemptions.inForce(summary.reference())).of(reviewed),
        entries.of(summary.reference(), summary.subjectId()).stream()
            .filter(disclosure -> entry.test(disclosure.id()))
            .toList(),
        withheld.stream()
            .filter(it -> entry.test(it.entry()))
            .filter(WithheldEntry::told)
            .toList());
  }

  /** What has changed since the answer that was sent last, for the letter of the further one. */
  Changes changes(CaseSummary summary, Instant moment, Material material, Schedules words) {
    var reference = summary.reference();
    return new Changes(
        material,
        records.reviewedAt(reference, moment),
        endedSince(reference, moment),
        new Tellable(exemptions.inForce(reference)).quiet(records.reviewed(reference)),
        words);
  }

  /** Of what disapplied the right of access: nothing else kept anything from an answer. */
  private List<Determination.Ended> endedSince(CaseReference reference, Instant moment) {
    return exemptions.endedSince(reference, moment).stream()
        .filter(it -> Provision.engagedByAccess().contains(it.proposal().provision()))
        .toList();
  }

  private static Set<UUID> entries(List<Determination.Ended> ended) {
    return ended.stream()
        .map(each -> each.proposal().item())
        .filter(item -> item.kind() == Item.Kind.DISCLOSURE)
        .map(Item::withinId)
        .collect(Collectors.toSet());
  }
}
