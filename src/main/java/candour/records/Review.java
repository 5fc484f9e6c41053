package candour.records;

import candour.platform.Officer;
import candour.records.redaction.Preparation.Leaking;
import candour.records.redaction.Preparation.NotDrawn;
import candour.records.redaction.Preparation.Prepared;
import candour.records.redaction.PreparedPages;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on pages. A released page is always the rebuilt one, and only after the scan found no
 * leak in it; a page that cannot be rebuilt cannot be released. Rebuilding takes its time, so no
 * connection to the database is held meanwhile: what it was based on is looked at again when it is
 * stored.
 */
@Component
class Review {

  private final PageDecisions decisions;

  Review(PageDecisions decisions) {
    this.decisions = decisions;
  }

  /**
   * Releases the page: whole, or with these places blacked out.
   *
   * @throws candour.platform.Refusal {@code page-decided-meanwhile} where another officer decided
   *     while the page was rebuilt, {@code case-is-answered}, or a ground that does not hold
   */
  @Transactional(propagation = Propagation.NEVER)
  Decided release(PageKey page, List<Mark> marks, Officer by) {
    var draft = decisions.draft(page, marks);
    return switch (PreparedPages.prepare(
        draft.file(), page.number(), draft.regions(), draft.labels())) {
      case NotDrawn(var why) -> new Decided.NotRebuilt(why);
      case Leaking(var leaks) -> new Decided.Leaked(leaks.size());
      case Prepared(var rebuilt) -> {
        decisions.release(draft, rebuilt, by);
        yield new Decided.Done();
      }
    };
  }

  /** Withholds the whole page. */
  void withhold(PageKey page, Ground ground, Officer by) {
    decisions.withhold(page, ground, by);
  }
}
