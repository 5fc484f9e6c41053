package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Correction;
import candour.casework.KeptBack;
import candour.casework.Recipient;
import candour.casework.Recipients;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says who was given corrected data, as officers read it, and what they could be written. */
@Component
class RecipientWords {

  private final Recipients recipients;
  private final Casework casework;
  private final KeptBack kept;
  private final Words words;

  RecipientWords(Recipients recipients, Casework casework, KeptBack kept, Words words) {
    this.recipients = recipients;
    this.casework = casework;
    this.kept = kept;
    this.words = words;
  }

  /**
   * A recipient, every word ready.
   *
   * @param kept whether the person does not see this disclosure, or not who asked
   */
  record Line(
      String href, String body, String disclosed, String state, boolean open, boolean kept) {}

  /** Those of this correction. */
  List<Line> of(Correction correction) {
    var hidden = hidden(correction.reference());
    return recipients.of(correction.reference()).stream()
        .filter(it -> it.correctionId().equals(correction.id()))
        .map(it -> line(it, hidden.contains(it.entryId())))
        .toList();
  }

  Line line(Recipient recipient) {
    return line(recipient, hidden(recipient.reference()).contains(recipient.entryId()));
  }

  private Set<UUID> hidden(CaseReference reference) {
    var hidden = new HashSet<>(kept.entries(reference));
    hidden.addAll(kept.inGeneralWords(reference));
    return hidden;
  }

  private Line line(Recipient recipient, boolean hidden) {
    var settled = recipient.settled();
    return new Line(
        "/staff/cases/" + recipient.reference() + "/recipients/" + recipient.id(),
        words.say(recipient.body().messageKey()),
        words.date(recipient.disclosedOn()),
        settled == null
            ? words.say("recipient.open")
            : words.of("recipient.notice.", settled.notice()) + ", " + words.date(settled.on()),
        settled == null,
        hidden);
  }

  /** What they could be written; whoever writes adds what is wrong and what is right. */
  String letter(Recipient recipient) {
    var names = casework.names(recipient.reference());
    return words.say(
        "recipient.letter",
        words.say(recipient.body().messageKey()),
        words.date(recipient.disclosedOn()),
        names.isEmpty() ? "" : names.getFirst());
  }
}
