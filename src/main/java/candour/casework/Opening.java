package candour.casework;

import candour.casework.CaseEvent.CaseOpened;
import candour.identity.Identity;
import candour.identity.Names;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.platform.Seals;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts requests on record, each with its number, its first deadline and a key of its own. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Opening {

  private final Requests requests;
  private final CaseClock clock;
  private final Visits visits;
  private final Identity identity;
  private final Seals seals;
  private final Days days;
  private final ApplicationEventPublisher events;

  Opening(
      Requests requests,
      CaseClock clock,
      Visits visits,
      Identity identity,
      Seals seals,
      Days days,
      ApplicationEventPublisher events) {
    this.requests = requests;
    this.clock = clock;
    this.visits = visits;
    this.identity = identity;
    this.seals = seals;
    this.days = days;
    this.events = events;
  }

  public Opened open(SubjectAccessRequest asked) {
    return open(asked, new Received(days.now().truncatedTo(ChronoUnit.MICROS), null));
  }

  public Opened enter(SubjectAccessRequest asked, Arrival arrived, Officer officer) {
    var today = days.today();
    if (arrived.recognisedOn().isAfter(today)) {
      throw new Refusal("not-yet");
    }
    refuseOwn(asked, officer);
    var at = arrived.receivedOn().atStartOfDay(Days.LONDON).toInstant();
    var by = new Received.By(officer.id(), arrived.recognisedOn(), today);
    var opened = open(asked, new Received(at, by));
    visits.record(opened.reference(), officer);
    return opened;
  }

  private void refuseOwn(SubjectAccessRequest asked, Officer officer) {
    var asker = identity.requester(asked.requesterId()).nameOr(asked.subjectName());
    if (Stream.of(asker, asked.subjectName())
        .map(Names::key)
        .anyMatch(Names.key(officer.name())::equals)) {
      throw new Refusal("own-request");
    }
  }

  private Opened open(SubjectAccessRequest asked, Received received) {
    var deadline = clock.first(received.on());
    var reference = new CaseReference(Identifiers.unguessable());
    var number = CaseNumber.random();
    var key = seals.newKey(reference.value());
    while (!requests.add(reference, number, asked, received, deadline, key)) {
      number = CaseNumber.random();
    }
    var entered = received.entered();
    events.publishEvent(
        new CaseOpened(
            reference.value(),
            asked.subjectId(),
            asked.requesterId(),
            asked.channel(),
            entered == null ? null : entered.officerId()));
    return new Opened(reference, number);
  }
}
