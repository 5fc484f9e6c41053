package candour.requester.journey;

import candour.casework.Channel;
import candour.identity.Capacity;
import candour.platform.Days;
import candour.platform.Officer;
import candour.requester.Asking;
import candour.support.Browser;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Officers who enter requests that came in another way. */
@Component
public class Entering {

  private final EnteredDrafts entered;
  private final Drafts drafts;
  private final Days days;

  Entering(EnteredDrafts entered, Drafts drafts, Days days) {
    this.entered = entered;
    this.drafts = drafts;
    this.days = days;
  }

  /** What that officer has begun to enter, for somebody of this name. */
  public UUID begun(Officer officer, String name) {
    var today = days.today();
    var draft = entered.begin(new Entry(officer.id(), Channel.PAPER, today, today, "en"), officer);
    drafts.answer(drafts.answer(draft, new WhoFor(Capacity.SELF)), new YourName(name, name));
    return draft.id();
  }

  /** The officer in that browser begins to enter what came by post today. */
  public Asking by(Browser officer, String email) {
    officer.get("/staff/new-request");
    officer.submit("main form", came("PAPER", days.today(), days.today()));
    return new Asking(officer, email).enteredAt(officer.page().path());
  }

  static Map<String, Object> came(String channel, LocalDate received, LocalDate seen) {
    var fields = new HashMap<String, Object>(Map.of("channel", channel, "language", "en"));
    Map.of("received", received, "recognised", seen)
        .forEach((name, day) -> {
          fields.put(name + ".day", String.valueOf(day.getDayOfMonth()));
          fields.put(name + ".month", String.valueOf(day.getMonthValue()));
          fields.put(name + ".year", String.valueOf(day.getYear()));
        });
    return fields;
  }
}
