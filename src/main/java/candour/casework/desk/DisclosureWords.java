package candour.casework.desk;

import candour.identity.Lookalikes;
import candour.ledger.Candidate;
import candour.ledger.Disclosure;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says an entry of the ledger as officers read it. */
@Component
class DisclosureWords {

  private final MessageSource messages;
  private final Words words;

  DisclosureWords(MessageSource messages, Words words) {
    this.messages = messages;
    this.words = words;
  }

  /**
   * An entry that is, or may be, about the person.
   *
   * @param lookalike whether the name in it is not what it looks like
   */
  record Entry(
      UUID id,
      String askedBy,
      String askedOn,
      boolean shown,
      boolean certain,
      boolean lookalike,
      String match,
      List<Row> rows) {}

  Entry entry(Candidate candidate) {
    var disclosure = candidate.disclosure();
    return new Entry(
        disclosure.id(),
        words.say(disclosure.asked().by().messageKey()),
        words.date(disclosure.asked().on()),
        candidate.shown(),
        candidate.certainty() == Candidate.Certainty.CERTAIN,
        Lookalikes.in(candidate.nameAsGiven()),
        words.say(candidate.certainty().messageKey()),
        List.of(
            Row.of(words.say("entry.name"), candidate.nameAsGiven()),
            Row.of(words.say("entry.born"), candidate.bornAsGiven()),
            Row.of(words.say("entry.basis"), words.say(candidate.basis().messageKey())),
            Row.of(words.say("entry.asked-of"), disclosure.asked().of()),
            Row.of(words.say("entry.reason"), reason(disclosure)),
            Row.of(words.say("entry.outcome"), outcome(disclosure)),
            Row.of(words.say("entry.items"), items(disclosure)),
            Row.of(words.say("entry.agreement"), agreement(disclosure))));
  }

  /** The agreement's word for the reason; a code that none knows stands for itself. */
  private String reason(Disclosure disclosure) {
    var code = disclosure.asked().reasonCode();
    var said =
        messages.getMessage(
            disclosure.asked().reasonKey(), null, code, LocaleContextHolder.getLocale());
    return said == null ? code : said;
  }

  private String[] outcome(Disclosure disclosure) {
    var said = words.say(disclosure.outcome().messageKey());
    var trace = disclosure.traceDetail();
    var rejection = disclosure.rejectionReason();
    if (trace != null) {
      return new String[] {said, words.say(trace.messageKey())};
    }
    return rejection == null
        ? new String[] {said}
        : new String[] {said, words.say(rejection.messageKey())};
  }

  private String[] items(Disclosure disclosure) {
    return disclosure.items().stream()
        .map(item -> words.say(item.messageKey()))
        .toArray(String[]::new);
  }

  private String agreement(Disclosure disclosure) {
    var under = disclosure.under();
    var name =
        under == null
            ? words.say("entry.agreement.none")
            : words.either(under.nameEn(), under.nameCy()) + ", " + under.version();
    return disclosure.outOfAgreement() ? words.say("entry.agreement.outside", name) : name;
  }
}
