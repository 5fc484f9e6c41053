package candour.response;

import candour.exemptions.Exemption;
import candour.ledger.DataItem;
import candour.ledger.Disclosure;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the disclosure ledger as the person it is about reads it: whole, or in general words
 * that tell nothing of who asked, why, and under which agreement. Keys name messages; dates are
 * London dates.
 *
 * @param askedOf the body that held the data, by name
 * @param reasonCode what stands in place of a reason that has no message
 * @param itemKeys what was handed over; empty unless the person was traced
 * @param disclosedOn null unless the person was traced
 * @param inPart on what ground it is in general words; null where it is whole
 */
public record DisclosureAboutMe(
    UUID id,
    LocalDate askedOn,
    String askedByKey,
    String askedOf,
    String reasonKey,
    String reasonCode,
    String outcomeKey,
    List<String> itemKeys,
    @Nullable LocalDate disclosedOn,
    @Nullable String agreementEn,
    @Nullable String agreementCy,
    @Nullable Exemption inPart) {

  static DisclosureAboutMe of(Disclosure disclosure) {
    var asked = disclosure.asked();
    var under = disclosure.under();
    return new DisclosureAboutMe(
        disclosure.id(),
        asked.on(),
        asked.by().messageKey(),
        asked.of(),
        asked.reasonKey(),
        asked.reasonCode(),
        disclosure.outcome().messageKey(),
        disclosure.items().stream().map(DataItem::messageKey).toList(),
        disclosure.disclosedOn(),
        under == null ? null : under.nameEn(),
        under == null ? null : under.nameCy(),
        null);
  }

  /** The same without what would tell of somebody else. */
  DisclosureAboutMe inGeneralWords(Exemption because) {
    return new DisclosureAboutMe(
        id,
        askedOn,
        "general-words.asked-by",
        askedOf,
        "general-words.reason",
        "",
        outcomeKey,
        itemKeys,
        disclosedOn,
        null,
        null,
        because);
  }

  /** Whether nothing of it is kept back. */
  public boolean isWhole() {
    return inPart == null;
  }

  /** Why who asked, and for what, is kept back; null where it is not. */
  public @Nullable String keptBack(Locale locale) {
    return inPart == null ? null : inPart.told(locale);
  }

  /** The agreement's name; null if there was none. */
  public @Nullable String agreement(Locale locale) {
    return locale.getLanguage().equals("cy") ? agreementCy : agreementEn;
  }
}
