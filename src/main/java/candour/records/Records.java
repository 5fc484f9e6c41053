package candour.records;

import candour.casework.CaseReference;
import candour.intake.Intake;
import candour.intake.IntakeLimits;
import candour.intake.IntakeResult.Accepted;
import candour.intake.IntakeResult.Refused;
import candour.platform.DocumentStore;
import candour.platform.Officer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the searches found, and tells how far each page of it is reviewed. */
@Component
@Transactional(readOnly = true)
public class Records {

  private final RecordRows rows;
  private final MarkRows marks;
  private final Collecting collecting;
  private final DocumentStore documents;

  Records(RecordRows rows, MarkRows marks, Collecting collecting, DocumentStore documents) {
    this.rows = rows;
    this.marks = marks;
    this.collecting = collecting;
    this.documents = documents;
  }

  /**
   * Takes in a file that a search of this case found, or says why not. The file is looked into
   * before anything is asked of the database.
   *
   * @param period what time the record is about, in the officer's words; perhaps empty
   * @param health whether there is data concerning health in it
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Collected collect(
      CaseReference reference,
      UUID searchId,
      String title,
      String period,
      String fileName,
      byte[] file,
      boolean health,
      Officer by) {
    return switch (Intake.inspect(file, fileName, IntakeLimits.forOfficers())) {
      case Refused(var reason, var safeName) -> new Collected.Refused(reason, safeName);
      case Accepted(int pages, var safeName) ->
          collecting.add(
              new Collecting.Found(
                  reference, searchId, title, period, safeName, file, pages, health, by));
    };
  }

  /** Tags the record as one that holds data concerning health; that stays. */
  @Transactional
  public void tagHealth(CaseReference reference, RecordId record, Officer by) {
    collecting.tagHealth(reference, record, by);
  }

  /**
   * Every record of the case with what was decided on each page, in the order of collection. A page
   * that a determination kept back which has ended is undecided again.
   */
  public List<ReviewedRecord> reviewed(CaseReference reference) {
    return reviewed(reference, rows.pages(reference), _ -> true);
  }

  /** As {@link #reviewed(CaseReference)}, with only the pages decided on after this moment. */
  public List<ReviewedRecord> reviewedSince(CaseReference reference, Instant moment) {
    return reviewed(
        reference,
        rows.pages(reference),
        page -> page.decidedAt() != null && page.decidedAt().isAfter(moment));
  }

  /** The same as it was at this moment, when what has ended since was in force. */
  public List<ReviewedRecord> reviewedAt(CaseReference reference, Instant moment) {
    return reviewed(reference, rows.pagesAt(reference, moment), _ -> true);
  }

  private List<ReviewedRecord> reviewed(
      CaseReference reference,
      Map<RecordId, List<RecordRows.PageRow>> pages,
      Predicate<RecordRows.PageRow> which) {
    var places = marks.of(reference);
    return rows.of(reference).stream()
        .map(row ->
            record(
                reference,
                row,
                pages.getOrDefault(row.id(), List.of()).stream().filter(which),
                places))
        .toList();
  }

  private ReviewedRecord record(
      CaseReference reference,
      RecordRows.RecordRow row,
      Stream<RecordRows.PageRow> pages,
      Map<UUID, List<Mark>> places) {
    return new ReviewedRecord(
        row.id(),
        row.id().value(),
        row.systemId(),
        row.title(),
        row.period(),
        documents.find(row.document(), reference.value()).fileName(),
        row.health(),
        pages
            .map(page ->
                new ReviewedRecord.Page(page.number(), page.itemId(), outcome(page, places)))
            .toList());
  }

  /** A page and its record; one that the case does not have is not found. */
  PageInHand find(PageKey key) {
    var reference = key.reference();
    var record =
        record(
            reference,
            rows.get(reference, key.record()),
            rows.pages(reference, key.record()).stream(),
            marks.of(reference, key.record()));
    return record.pages().stream()
        .filter(page -> page.number() == key.number())
        .map(page -> new PageInHand(key, record, page))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  private static PageOutcome outcome(RecordRows.PageRow page, Map<UUID, List<Mark>> marks) {
    if (page.decisionId() == null || !page.stands()) {
      return new PageOutcome.Undecided();
    }
    if (page.prepared() == null) {
      return new PageOutcome.Withheld(Objects.requireNonNull(page.ground()));
    }
    var places = marks.getOrDefault(page.decisionId(), List.of());
    return places.isEmpty()
        ? new PageOutcome.Released(page.prepared())
        : new PageOutcome.Redacted(page.prepared(), places);
  }

  /** The file as it was uploaded; one that the case does not have is not found. */
  public byte[] file(CaseReference reference, RecordId record) {
    return documents.read(rows.get(reference, record).document(), reference.value());
  }

  /** The page as it will be sent; one that is not released is not found. */
  byte[] prepared(PageKey page) {
    var prepared = rows.page(page).prepared();
    if (prepared == null) {
      throw new EmptyResultDataAccessException(1);
    }
    return documents.read(prepared, page.reference().value());
  }
}
