package candour.records;

import candour.casework.Casework;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.RecordEvent.PageDecided;
import candour.records.redaction.PageLabels;
import candour.records.redaction.PreparedPage;
import candour.records.redaction.Region;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a decision on a page is based on, and stores it if that still holds. */
@Component
@Transactional
class PageDecisions {

  /**
   * A release that is about to be drawn.
   *
   * @param replaces the decision that counted when it was read
   */
  record Draft(
      PageKey page,
      UUID item,
      @Nullable UUID replaces,
      List<Mark> marks,
      byte[] file,
      List<Region> regions,
      PageLabels labels) {}

  private final RecordRows records;
  private final DecisionRows decisions;
  private final DocumentStore documents;
  private final Casework casework;
  private final Grounds grounds;
  private final MessageSource messages;
  private final ApplicationEventPublisher events;

  PageDecisions(
      RecordRows records,
      DecisionRows decisions,
      DocumentStore documents,
      Casework casework,
      Grounds grounds,
      MessageSource messages,
      ApplicationEventPublisher events) {
    this.records = records;
    this.decisions = decisions;
    this.documents = documents;
    this.casework = casework;
    this.grounds = grounds;
    this.messages = messages;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Draft draft(PageKey page, List<Mark> marks) {
    var summary = casework.summary(page.reference());
    if (!summary.isOpen()) {
      throw new Refusal("case-is-answered");
    }
    var current = records.page(page);
    grounds.require(page, current.itemId(), marks);
    var all = records.of(page.reference());
    var place = all.stream().map(RecordRows.RecordRow::id).toList().indexOf(page.record());
    var file = documents.read(all.get(place).document(), page.reference().value());
    var label = words("page.redacted", summary.language());
    return new Draft(
        page,
        current.itemId(),
        current.decisionId(),
        List.copyOf(marks),
        file,
        marks.stream().map(mark -> mark.region(label)).toList(),
        labels(place + 1, page.number(), summary.language()));
  }

  private PageLabels labels(int record, int page, Locale language) {
    return new PageLabels(
        words("page.prepared.title", language, record, page),
        language,
        words("page.prepared.picture", language, record, page));
  }

  private String words(String key, Locale language, Object... values) {
    return messages.getMessage(key, values, language);
  }

  /** Stores the rebuilt page as what will be released, unless the draft's grounds are gone. */
  public void release(Draft draft, PreparedPage rebuilt, Officer by) {
    var reference = draft.page().reference();
    casework.hold(reference);
    grounds.require(draft.page(), draft.item(), draft.marks());
    var name = "page-%d.pdf".formatted(draft.page().number());
    var stored =
        documents.store(
            reference.value(), Purpose.PREPARED, name, "application/pdf", rebuilt.pdf());
    decisions.scanned(stored.id(), reference, 0);
    decide(
        new DecisionRows.New(
            Identifiers.next(),
            draft.page(),
            draft.replaces(),
            draft.marks().isEmpty() ? "RELEASE" : "REDACT",
            null,
            stored.id(),
            draft.marks(),
            by.id()),
        stored.sha256());
  }

  public void withhold(PageKey page, Ground ground, Officer by) {
    casework.hold(page.reference());
    var current = records.page(page);
    grounds.require(page, current.itemId(), ground);
    decide(
        new DecisionRows.New(
            Identifiers.next(),
            page,
            current.decisionId(),
            "WITHHOLD",
            ground,
            null,
            List.of(),
            by.id()),
        null);
  }

  private void decide(DecisionRows.New decided, byte @Nullable [] sha256) {
    decisions.add(decided);
    var page = decided.page();
    events.publishEvent(
        new PageDecided(
            page.reference().value(),
            page.record().value(),
            page.number(),
            decided.id(),
            decided.decision(),
            decided.marks().size(),
            sha256));
  }
}
