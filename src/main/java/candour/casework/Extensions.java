package candour.casework;

import candour.casework.AnswerBy.Extension.Ground;
import candour.casework.clock.ExtensionGround;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two further months for complex or numerous requests, by notice inside the first (Art. 12A). */
@Component
@Transactional
public class Extensions {

  private final Requests requests;
  private final CaseClock clock;
  private final Messages messages;
  private final Notices notices;
  private final Days days;

  Extensions(Requests requests, CaseClock clock, Messages messages, Notices notices, Days days) {
    this.requests = requests;
    this.clock = clock;
    this.messages = messages;
    this.notices = notices;
    this.days = days;
  }

  /**
   * Gives notice today: it stands on the status page, and word of it is on its way.
   *
   * @param reasons as the requester reads them; at least 10 characters
   * @throws Refusal {@code notice-too-late} once the first month has ended, {@code
   *     already-extended} the second time
   */
  public Dispatch extend(CaseReference reference, Officer officer, Ground ground, String reasons) {
    var held = requests.holdOpen(reference);
    var today = days.today();
    clock.append(reference, ClockEntry.extended(lawful(ground), today, reasons, officer.id()));
    messages.add(reference, officer.id(), reasons, today);
    return notices.send(reference, held.requesterId(), reasons);
  }

  static ExtensionGround lawful(Ground ground) {
    return switch (ground) {
      case COMPLEXITY -> ExtensionGround.COMPLEXITY;
      case NUMBER_OF_REQUESTS -> ExtensionGround.NUMBER_OF_REQUESTS;
    };
  }
}
