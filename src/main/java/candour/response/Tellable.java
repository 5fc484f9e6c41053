package candour.response;

import candour.exemptions.Determination;
import candour.exemptions.Telling;
import candour.records.Ground;
import candour.records.PageOutcome;
import candour.records.ReviewedRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person may be told of. Whatever is withheld by a determination that they are not told of
 * (DPA 2018 Sch 2 para 4B) is taken out before anything is counted, listed or said; so the rest of
 * the answer cannot show it.
 */
final class Tellable {

  private final Set<UUID> untold;

  Tellable(List<Determination.InForce> inForce) {
    untold =
        inForce.stream()
            .filter(d -> d.telling() instanceof Telling.NotTold)
            .map(d -> d.proposal().id().value())
            .collect(Collectors.toSet());
  }

  /** The records without the pages and marks that are not told of; nor those without pages then. */
  List<ReviewedRecord> of(List<ReviewedRecord> records) {
    return records.stream().map(this::told).filter(record -> !record.pages().isEmpty()).toList();
  }

  /** The pages, by their items, of which something is kept back that is not told of. */
  Set<UUID> quiet(List<ReviewedRecord> records) {
    return records.stream()
        .flatMap(record -> record.pages().stream())
        .filter(page -> !told(page).equals(Optional.of(page)))
        .map(ReviewedRecord.Page::itemId)
        .collect(Collectors.toSet());
  }

  private ReviewedRecord told(ReviewedRecord record) {
    return new ReviewedRecord(
        record.id(),
        record.itemId(),
        record.systemId(),
        record.title(),
        record.period(),
        record.fileName(),
        record.health(),
        record.pages().stream().flatMap(page -> told(page).stream()).toList());
  }

  private Optional<ReviewedRecord.Page> told(ReviewedRecord.Page page) {
    return switch (page.outcome()) {
      case PageOutcome.Withheld(var ground) ->
          Stream.of(page).filter(_ -> includes(ground)).findAny();
      case PageOutcome.Redacted(var prepared, var marks) ->
          Optional.of(
              new ReviewedRecord.Page(
                  page.number(),
                  page.itemId(),
                  new PageOutcome.Redacted(
                      prepared, marks.stream().filter(mark -> includes(mark.ground())).toList())));
      case PageOutcome.Released _, PageOutcome.Undecided _ -> Optional.of(page);
    };
  }

  private boolean includes(Ground ground) {
    return ground.proposalId() == null || !untold.contains(ground.proposalId());
  }
}
