package candour.records;

import candour.casework.Casework;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.records.RecordEvent.PlacesMarked;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes places on a page one thing that can be decided on; the same places are the same thing. */
@Component
@Transactional
class Marking {

  private final Casework casework;
  private final Exemptions exemptions;
  private final PlaceRows places;
  private final MessageSource words;
  private final ApplicationEventPublisher events;

  Marking(
      Casework casework,
      Exemptions exemptions,
      PlaceRows places,
      MessageSource words,
      ApplicationEventPublisher events) {
    this.casework = casework;
    this.exemptions = exemptions;
    this.places = places;
    this.words = words;
    this.events = events;
  }

  public Item mark(PageInHand shown, List<Place> marked, Officer officer) {
    var page = shown.key();
    casework.hold(page.reference());
    if (!casework.summary(page.reference()).isOpen()) {
      throw new Refusal("case-is-answered");
    }
    var which = marked.stream().map(Place::text).sorted().collect(Collectors.joining(" "));
    var item =
        exemptions.places(
            page.reference(), shown.page().itemId(), which, words(shown, marked.size()));
    if (!places.on(page).containsKey(item.id())) {
      places.add(item.id(), page, marked);
      events.publishEvent(
          new PlacesMarked(
              page.reference().value(),
              page.record().value(),
              page.number(),
              item.id(),
              marked.size(),
              officer.id()));
    }
    return item;
  }

  /** As officers know it, in the language of whoever marks, as the record's name is. */
  private String words(PageInHand shown, int marked) {
    Locale locale = LocaleContextHolder.getLocale();
    var record = shown.record();
    return words.getMessage(
        "places.named",
        new Object[] {record.title(), shown.key().number(), record.pages().size(), marked},
        locale);
  }
}
