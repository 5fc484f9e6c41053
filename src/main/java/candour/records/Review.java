package candour.records;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.RecordEvent.PageDecided;
import candour.records.redaction.PageLabels;
import candour.records.redaction.Preparation.Leaking;
import candour.records.redaction.Preparation.NotDrawn;
import candour.records.redaction.Preparation.Prepared;
import candour.records.redaction.PreparedPages;
import candour.records.redaction.Region;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on pages. A released page is always the rebuilt one, and only after the scan found no
 * leak in it; a page that cannot be rebuilt cannot be released.
 */
@Component
@Transactional
class Review {

  private final DecisionRows decisions;
  private final DocumentStore documents;
  private final Records records;
  private final Casework casework;
  private final Exemptions exemptions;
  private final MessageSource messages;
  private final ApplicationEventPublisher events;

  Review(
      DecisionRows decisions,
      DocumentStore documents,
      Records records,
      Casework casework,
      Exemptions exemptions,
      MessageSource messages,
      ApplicationEventPublisher events) {
    this.decisions = decisions;
    this.documents = documents;
    this.records = records;
    this.casework = casework;
    this.exemptions = exemptions;
    this.messages = messages;
    this.events = events;
  }

  /** Releases the page: whole, or with these places blacked out. */
  Decided release(
      CaseReference reference, RecordId record, int page, List<Mark> marks, Officer by) {
    marks.forEach(mark -> check(reference, record, mark.ground()));
    var language = casework.summary(reference).language();
    var preparation =
        PreparedPages.prepare(
            records.file(reference, record),
            page,
            regions(marks, language),
            labels(reference, record, page, language));
    return switch (preparation) {
      case NotDrawn(var why) -> new Decided.NotRebuilt(why);
      case Leaking(var leaks) -> new Decided.Leaked(leaks.size());
      case Prepared(var rebuilt) -> {
        var name = "page-%d.pdf".formatted(page);
        var stored =
            documents.store(
                reference.value(), Purpose.PREPARED, name, "application/pdf", rebuilt.pdf());
        decisions.scanned(stored.id(), reference, 0);
        decide(
            new DecisionRows.New(
                Identifiers.next(),
                reference,
                record,
                page,
                marks.isEmpty() ? "RELEASE" : "REDACT",
                null,
                stored.id(),
                marks,
                by.id()),
            stored.sha256());
        yield new Decided.Done();
      }
    };
  }

  /** Withholds the whole page. */
  void withhold(CaseReference reference, RecordId record, int page, Ground ground, Officer by) {
    check(reference, record, ground);
    decide(
        new DecisionRows.New(
            Identifiers.next(),
            reference,
            record,
            page,
            "WITHHOLD",
            ground,
            null,
            List.of(),
            by.id()),
        null);
  }

  private void decide(DecisionRows.New decided, byte @Nullable [] sha256) {
    decisions.add(decided);
    events.publishEvent(
        new PageDecided(
            decided.reference().value(),
            decided.record().value(),
            decided.page(),
            decided.id(),
            decided.decision(),
            decided.marks().size(),
            sha256));
  }

  /**
   * A ground is in the register; an immigration ground is a determination in force on this record.
   */
  private void check(CaseReference reference, RecordId record, Ground ground) {
    if (exemptions.register().stream().map(Exemption::code).noneMatch(ground.code()::equals)) {
      throw new Refusal("unknown-ground");
    }
    if (ground.proposalId() != null
        && exemptions.inForce(reference).stream()
            .noneMatch(d ->
                d.proposal().id().value().equals(ground.proposalId())
                    && d.proposal().item().withinId().equals(record.value()))) {
      throw new Refusal("withheld-without-determination");
    }
  }

  private List<Region> regions(List<Mark> marks, Locale language) {
    var label = messages.getMessage("page.redacted", null, language);
    return marks.stream().map(mark -> mark.region(label)).toList();
  }

  private PageLabels labels(CaseReference reference, RecordId record, int page, Locale language) {
    var all = records.reviewed(reference);
    var place = 1 + all.stream().map(ReviewedRecord::id).toList().indexOf(record);
    var title = messages.getMessage("page.prepared.title", new Object[] {place, page}, language);
    return new PageLabels(
        title,
        language,
        messages.getMessage("page.prepared.picture", new Object[] {place, page}, language));
  }
}
