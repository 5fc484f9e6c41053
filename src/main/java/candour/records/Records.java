package candour.records;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.SearchCertificate;
import candour.casework.Stage;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.platform.Days;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.RecordEvent.RecordCollected;
import candour.records.redaction.Intake;
import candour.records.redaction.IntakeLimits;
import candour.records.redaction.IntakeResult.Accepted;
import candour.records.redaction.IntakeResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the searches found, and tells how far each page of it is reviewed. */
@Component
@Transactional
public class Records {

  private static final String PDF = "application/pdf";

  private final RecordRows rows;
  private final DocumentStore documents;
  private final Casework casework;
  private final Exemptions exemptions;
  private final Days days;
  private final ApplicationEventPublisher events;

  Records(
      RecordRows rows,
      DocumentStore documents,
      Casework casework,
      Exemptions exemptions,
      Days days,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.documents = documents;
    this.casework = casework;
    this.exemptions = exemptions;
    this.days = days;
    this.events = events;
  }

  /**
   * Takes in a file that a search of this case found, or says why not.
   *
   * @param period what time the record is about, in the officer's words; perhaps empty
   */
  public Collected collect(
      CaseReference reference,
      UUID searchId,
      String title,
      String period,
      String fileName,
      byte[] file,
      Officer by) {
    return switch (Intake.inspect(file, fileName, IntakeLimits.forOfficers())) {
      case Refused(var reason, var safeName) -> new Collected.Refused(reason, safeName);
      case Accepted(int pages, var _, var safeName) -> {
        casework.hold(reference);
        var search = search(reference, searchId);
        var stored = documents.store(reference.value(), Purpose.RECORD, safeName, PDF, file);
        var id = new RecordId(Identifiers.next());
        var items = offer(reference, id, title, pages);
        rows.add(
            new RecordRows.New(
                id,
                reference,
                stored.id(),
                searchId,
                search.system().id(),
                title,
                period,
                pages,
                by.id(),
                days.today()),
            items);
        casework.reached(reference, Stage.REVIEW);
        events.publishEvent(
            new RecordCollected(reference.value(), id.value(), searchId, stored.sha256(), pages));
        yield new Collected.Added(id, pages);
      }
    };
  }

  private SearchCertificate search(CaseReference reference, UUID searchId) {
    return casework.searches(reference).stream()
        .filter(s -> s.id().equals(searchId))
        .findFirst()
        .orElseThrow(() -> new Refusal("search-of-another-case"));
  }

  /** The record and each of its pages may each be decided on. */
  private Map<Integer, UUID> offer(CaseReference reference, RecordId id, String title, int pages) {
    var offered = new ArrayList<Item>();
    offered.add(new Item(id.value(), Item.Kind.RECORD, id.value(), title));
    var items = new TreeMap<Integer, UUID>();
    for (int page = 1; page <= pages; page++) {
      var item = Identifiers.next();
      items.put(page, item);
      offered.add(new Item(item, Item.Kind.PAGE, id.value(), title + ", " + page + '/' + pages));
    }
    exemptions.offer(reference, offered);
    return items;
  }

  /** Every record of the case with what was decided on each page, in the order of collection. */
  @Transactional(readOnly = true)
  public List<ReviewedRecord> reviewed(CaseReference reference) {
    var pages = rows.pages(reference);
    var marks = rows.marks(reference);
    return rows.of(reference).stream()
        .map(r ->
            new ReviewedRecord(
                r.id(),
                r.id().value(),
                r.systemId(),
                r.title(),
                r.period(),
                documents.find(r.document(), reference.value()).fileName(),
                pages.getOrDefault(r.id(), List.of()).stream()
                    .map(p -> new ReviewedRecord.Page(p.number(), p.itemId(), outcome(p, marks)))
                    .toList()))
        .toList();
  }

  private static PageOutcome outcome(RecordRows.PageRow page, Map<UUID, List<Mark>> marks) {
    if (page.decisionId() == null) {
      return new PageOutcome.Undecided();
    }
    if (page.prepared() == null) {
      return new PageOutcome.Withheld(java.util.Objects.requireNonNull(page.ground()));
    }
    var places = marks.getOrDefault(page.decisionId(), List.of());
    return places.isEmpty()
        ? new PageOutcome.Released(page.prepared())
        : new PageOutcome.Redacted(page.prepared(), places);
  }

  /** The file as it was uploaded; a record of another case is an {@link Refusal}. */
  @Transactional(readOnly = true)
  public byte[] file(CaseReference reference, RecordId record) {
    return rows.of(reference).stream()
        .filter(r -> r.id().equals(record))
        .findFirst()
        .map(r -> documents.read(r.document(), reference.value()))
        .orElseThrow(() -> new org.springframework.dao.EmptyResultDataAccessException(1));
  }
}
