package candour.requester.tracking;

import candour.requester.tracking.DisclosureCard.Line;
import candour.response.DisclosureAboutMe;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says entries of the disclosure ledger as the person they are about reads them. */
@Component
class DisclosureCards {

  private final MessageSource messages;

  DisclosureCards(MessageSource messages) {
    this.messages = messages;
  }

  List<DisclosureCard> of(List<DisclosureAboutMe> entries, Locale locale) {
    var words = new Words(locale, DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    return entries.stream().map(words::card).toList();
  }

  private final class Words {

    private final Locale locale;
    private final DateTimeFormatter dates;

    Words(Locale locale, DateTimeFormatter dates) {
      this.locale = locale;
      this.dates = dates;
    }

    DisclosureCard card(DisclosureAboutMe entry) {
      return new DisclosureCard(
          entry.id(),
          say(entry.askedByKey()) + ", " + dates.format(entry.askedOn()),
          lines(entry),
          entry.itemKeys().stream().map(this::say).toList());
    }

    private List<Line> lines(DisclosureAboutMe entry) {
      var lines = new ArrayList<Line>();
      add(lines, "my-request.disclosures.of", entry.askedOf());
      add(lines, "my-request.disclosures.reason", reason(entry));
      add(lines, "my-request.disclosures.agreement", entry.agreement(locale));
      add(lines, "my-request.disclosures.outcome", say(entry.outcomeKey()));
      var disclosedOn = entry.disclosedOn();
      if (disclosedOn != null) {
        add(lines, "my-request.disclosures.on", dates.format(disclosedOn));
      }
      add(lines, "my-request.disclosures.in-part", inPart(entry));
      return List.copyOf(lines);
    }

    private @Nullable String inPart(DisclosureAboutMe entry) {
      var why = entry.keptBack(locale);
      return why == null
          ? null
          : messages.getMessage("my-request.disclosures.in-part.what", new Object[] {why}, locale);
    }

    private void add(List<Line> lines, String key, @Nullable String text) {
      if (text != null) {
        lines.add(new Line(say(key), text));
      }
    }

    /** A code that has no words stands for itself. */
    private @Nullable String reason(DisclosureAboutMe entry) {
      return messages.getMessage(entry.reasonKey(), null, entry.reasonCode(), locale);
    }

    private String say(String key) {
      return messages.getMessage(key, null, locale);
    }
  }
}
