package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.ledger.DataItem;
import candour.ledger.Disclosure;
import candour.ledger.Ledger;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the office answers, and the history that goes with it. */
@Component
@Transactional
public class Responses {

  private final Casework casework;
  private final Ledger ledger;

  Responses(Casework casework, Ledger ledger) {
    this.casework = casework;
    this.ledger = ledger;
  }

  /**
   * Who asked for data about the person, newest ask first. Entries not yet matched or cleared are
   * left out: whoever shows the list says that it may be incomplete.
   */
  @Transactional(readOnly = true)
  public List<DisclosureAboutMe> disclosuresAbout(CaseReference reference) {
    return ledger.shownTo(casework.facts(reference).subjectId()).stream()
        .map(Responses::aboutMe)
        .toList();
  }

  private static DisclosureAboutMe aboutMe(Disclosure disclosure) {
    var asked = disclosure.asked();
    var under = disclosure.under();
    return new DisclosureAboutMe(
        asked.on(),
        asked.by().messageKey(),
        asked.of(),
        asked.reasonKey(),
        asked.reasonCode(),
        disclosure.outcome().messageKey(),
        disclosure.items().stream().map(DataItem::messageKey).toList(),
        disclosure.disclosedOn(),
        under == null ? null : under.nameEn(),
        under == null ? null : under.nameCy());
  }
}
