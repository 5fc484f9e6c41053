package candour.casework.desk;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Complaint;
import candour.casework.Complaint.Cause;
import candour.casework.Correction;
import candour.casework.KeptBack;
import candour.ledger.Candidate;
import candour.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says complaints and corrections as officers read them. */
@Component
class RedressWords {

  private final Casework casework;
  private final Ledger ledger;
  private final KeptBack kept;
  private final DisclosureWords disclosures;
  private final Words words;

  RedressWords(
      Casework casework, Ledger ledger, KeptBack kept, DisclosureWords disclosures, Words words) {
    this.casework = casework;
    this.ledger = ledger;
    this.kept = kept;
    this.disclosures = disclosures;
    this.words = words;
  }

  /** A complaint or a correction, every word of it ready. */
  record Card(String href, String title, String state, String tone, List<Row> rows) {}

  /** What the person was told of it on a day. */
  record Told(String title, String words) {}

  Card card(Complaint complaint) {
    return new Card(
        "/staff/cases/" + complaint.reference() + "/complaints/" + complaint.id(),
        words.say("complaints.complaint", complaint.number()),
        words.of("complaints.state.", complaint.state()),
        complaint.decided() == null ? "govuk-tag--yellow" : "govuk-tag--grey",
        List.of(
            Row.of(words.say("complaints.about"), causes(complaint)),
            Row.of(words.say("complaints.words"), lines(complaint.words())),
            received(complaint.receivedOn(), words.of("case.channel.", complaint.channel())),
            Row.of(words.say("complaints.acknowledge-by"), acknowledgeBy(complaint))));
  }

  private String[] causes(Complaint complaint) {
    return Stream.of(Cause.values())
        .filter(complaint.about()::contains)
        .map(cause -> words.of("complaints.cause.", cause))
        .toArray(String[]::new);
  }

  private String acknowledgeBy(Complaint complaint) {
    var by = complaint.acknowledgeBy();
    return by == null ? words.say("complaints.acknowledge-by.none") : words.date(by);
  }

  /** Everything that the person was told of it, the earliest first. */
  List<Told> told(Complaint complaint) {
    var told = new ArrayList<Told>();
    for (var notice : complaint.notices()) {
      var by = notice.officer() == null ? words.say("complaints.portal") : notice.officer();
      told.add(new Told(by + ", " + words.date(notice.on()), notice.words()));
    }
    return List.copyOf(told);
  }

  /** What came of it; null while nothing has. */
  @Nullable Told decided(Complaint complaint) {
    var decided = complaint.decided();
    return decided == null
        ? null
        : new Told(
            words.of("complaints.outcome.", decided.outcome())
                + ": "
                + decided.officer()
                + ", "
                + words.date(decided.on()),
            decided.reasons());
  }

  Card card(Correction correction) {
    var asked = correction.asked();
    var ruled = correction.ruled();
    return new Card(
        "/staff/cases/" + correction.reference() + "/corrections/" + correction.id(),
        words.say(asked.notAboutMe() ? "complaints.not-them" : "complaints.correction"),
        ruled == null
            ? words.say("complaints.open")
            : words.of("complaints.ruling.", ruled.ruling()),
        ruled == null ? "govuk-tag--yellow" : "govuk-tag--grey",
        List.of(
            Row.of(words.say("complaints.concerns"), concerns(correction)),
            Row.of(words.say("complaints.wrong"), lines(asked.wrong())),
            Row.of(words.say("complaints.should-be"), lines(asked.shouldBe())),
            received(correction.receivedOn(), words.of("case.channel.", correction.channel())),
            Row.of(words.say("complaints.answer-by"), words.date(correction.answerBy()))));
  }

  /** Until when notice can be given that it takes longer, in a sentence. */
  String noticeBy(Correction correction) {
    var extended = correction.extended();
    var by = extended == null ? correction.answerBy() : extended.instead();
    return words.say("extend-correction.notice-by", words.date(by));
  }

  /** That it takes longer; null while it does not. */
  @Nullable Told extended(Correction correction) {
    var extended = correction.extended();
    return extended == null
        ? null
        : new Told(
            words.say("correction.extended", words.date(extended.instead()))
                + " "
                + words.of("extend.", extended.ground())
                + ": "
                + extended.officer()
                + ", "
                + words.date(extended.on()),
            extended.reasons());
  }

  /** The ruling on it; null while there is none. */
  @Nullable Told ruled(Correction correction) {
    var ruled = correction.ruled();
    return ruled == null
        ? null
        : new Told(
            words.of("complaints.ruling.", ruled.ruling())
                + ": "
                + ruled.officer()
                + ", "
                + words.date(ruled.on()),
            ruled.reasons());
  }

  private static String[] lines(String text) {
    return text.lines().toArray(String[]::new);
  }

  private Row received(LocalDate on, String channel) {
    return Row.of(words.say("complaints.received"), words.date(on), channel);
  }

  private String concerns(Correction correction) {
    var id = correction.asked().disclosureId();
    return id == null
        ? words.say("complaints.concerns.records")
        : entries(correction.reference()).stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .map(RedressWords::named)
            .orElseGet(() -> words.say("complaints.concerns.disclosure"));
  }

  /** The disclosures that the person is shown, each as a choice. */
  List<Choice> disclosures(CaseReference reference) {
    return entries(reference).stream()
        .map(entry -> new Choice(entry.id().toString(), named(entry), ""))
        .toList();
  }

  private List<DisclosureWords.Entry> entries(CaseReference reference) {
    var hidden = kept.entries(reference);
    return ledger.candidatesFor(casework.summary(reference).subjectId()).stream()
        .filter(Candidate::shown)
        .filter(candidate -> !hidden.contains(candidate.disclosure().id()))
        .map(disclosures::entry)
        .toList();
  }

  private static String named(DisclosureWords.Entry entry) {
    return entry.askedBy() + ", " + entry.askedOn();
  }
}
