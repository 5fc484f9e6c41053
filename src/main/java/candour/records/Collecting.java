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
import candour.records.RecordEvent.HealthTagged;
import candour.records.RecordEvent.RecordCollected;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a record and opens it for review, in one transaction. */
@Component
@Transactional
class Collecting {

  /** A file that passed the intake, and what is said about it. */
  record Found(
      CaseReference reference,
      UUID searchId,
      String title,
      String period,
      String fileName,
      byte[] file,
      int pages,
      boolean health,
      Officer by) {}

  private final RecordRows rows;
  private final DocumentStore documents;
  private final Casework casework;
  private final Exemptions exemptions;
  private final MessageSource words;
  private final Days days;
  private final ApplicationEventPublisher events;

  Collecting(
      RecordRows rows,
      DocumentStore documents,
      Casework casework,
      Exemptions exemptions,
      MessageSource words,
      Days days,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.documents = documents;
    this.casework = casework;
    this.exemptions = exemptions;
    this.words = words;
    this.days = days;
    this.events = events;
  }

  public Collected.Added add(Found found) {
    var reference = found.reference();
    casework.hold(reference);
    var search = search(reference, found.searchId());
    var stored =
        documents.store(
            reference.value(), Purpose.RECORD, found.fileName(), "application/pdf", found.file());
    var id = new RecordId(Identifiers.next());
    var pages = pages(found, id);
    offer(found, id, pages);
    rows.add(
        new RecordRows.New(
            id,
            reference,
            stored.id(),
            search.id(),
            search.system().id(),
            found.title(),
            found.period(),
            found.by().id(),
            days.today()),
        pages.stream().map(Item::id).toList());
    casework.reached(reference, Stage.REVIEW);
    events.publishEvent(
        new RecordCollected(
            reference.value(), id.value(), search.id(), stored.sha256(), found.pages()));
    if (found.health()) {
      tagHealth(reference, id, found.by());
    }
    return new Collected.Added(id, found.pages());
  }

  public void tagHealth(CaseReference reference, RecordId record, Officer by) {
    casework.hold(reference);
    if (rows.tag(reference, record, by.id())) {
      events.publishEvent(new HealthTagged(reference.value(), record.value(), by.id()));
    }
  }

  private SearchCertificate search(CaseReference reference, UUID searchId) {
    return casework.searches(reference).stream()
        .filter(s -> s.id().equals(searchId))
        .findFirst()
        .orElseThrow(() -> new Refusal("search-of-another-case"));
  }

  /**
   * Each page of the record, as something that can be decided on; named in the language of the
   * officer, as the record is.
   */
  private List<Item> pages(Found found, RecordId id) {
    return IntStream.rangeClosed(1, found.pages())
        .mapToObj(page ->
            new Item(
                Identifiers.next(),
                Item.Kind.PAGE,
                id.value(),
                words.getMessage(
                    "page.named",
                    new Object[] {found.title(), page, found.pages()},
                    LocaleContextHolder.getLocale())))
        .toList();
  }

  /** The record as a whole may be decided on as well. */
  private void offer(Found found, RecordId id, List<Item> pages) {
    var offered = new ArrayList<Item>();
    offered.add(new Item(id.value(), Item.Kind.RECORD, id.value(), found.title()));
    offered.addAll(pages);
    exemptions.offer(found.reference(), offered);
  }
}
