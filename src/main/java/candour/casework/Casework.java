package candour.casework;

import candour.casework.CaseEvent.CaseReopened;
import candour.identity.Identity;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases, says how they stand and moves them on to their answer. A case that is not there, or
 * not for whoever acts, is an {@link org.springframework.dao.EmptyResultDataAccessException} where
 * it is read and the {@link Refusal} {@code no-such-case} where it is written.
 */
@Component
@Transactional
public class Casework {

  static final String CASES_OF =
      """
      select r.case_id from (
        select case_id, received_at from casework.request where requester_id = :requester
        union all select a.case_id, a.received_at from casework.party p join casework.request a using (case_id)
          where p.requester_id = :requester) r
      order by r.received_at, r.case_id
      """;

  static final String BY_NUMBER = "select case_id from casework.request where number = :number";

  private final Opening opening;
  private final Requests requests;
  private final CaseClock clock;
  private final Searches searches;
  private final Visits visits;
  private final Identity identity;
  private final JdbcClient jdbc;
  private final Days days;
  private final ApplicationEventPublisher events;

  Casework(
      Opening opening,
      Requests requests,
      CaseClock clock,
      Searches searches,
      Visits visits,
      Identity identity,
      JdbcClient jdbc,
      Days days,
      ApplicationEventPublisher events) {
    this.opening = opening;
    this.requests = requests;
    this.clock = clock;
    this.searches = searches;
    this.visits = visits;
    this.identity = identity;
    this.jdbc = jdbc;
    this.days = days;
    this.events = events;
  }

  /** Receives a request, now; its clock runs from today. */
  public Opened open(SubjectAccessRequest asked) {
    return opening.open(asked);
  }

  /**
   * Puts a request on record that came in another way than through the portal; its clock runs from
   * the day on which it came. Whoever enters it has opened it.
   *
   * @throws Refusal {@code not-yet} if one of its days has not come, {@code own-request} if it
   *     bears the officer's own name
   */
  public Opened enter(SubjectAccessRequest asked, Arrival arrived, Officer officer) {
    return opening.enter(asked, arrived, officer);
  }

  @Transactional(readOnly = true)
  public CaseSummary summary(CaseReference reference) {
    return requests.summary(reference);
  }

  /** The request as it was made. */
  @Transactional(readOnly = true)
  public SubjectAccessRequest asked(CaseReference reference) {
    return requests.asked(reference);
  }

  /** Who put the request on record; empty where it came through the portal. */
  @Transactional(readOnly = true)
  public Optional<Entered> entered(CaseReference reference) {
    return requests.entered(reference);
  }

  /** To whom the answer goes, and where; empty where an officer has to hand it to the person. */
  @Transactional(readOnly = true)
  public Optional<Addressee> recipient(CaseReference reference) {
    return jdbc.sql("select casework.recipient(:case)")
        .param("case", reference.value())
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single()
        .map(identity::requester)
        .map(it ->
            Addressee.of(
                identity.subject(it.subjectId()), it, requests.facts(reference).requesterId()));
  }

  /** Every name by which the person goes on this case: as asked for, on record, and before. */
  @Transactional(readOnly = true)
  public List<String> names(CaseReference reference) {
    var subject = identity.subject(requests.facts(reference).subjectId());
    var asked = requests.summary(reference).subjectName();
    return Stream.of(asked, subject.fullName(), subject.otherNames())
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }

  @Transactional(readOnly = true)
  public CaseFacts facts(CaseReference reference) {
    return requests.facts(reference);
  }

  /** The case of this number, as people quote it: capitals, blanks and hyphens do not matter. */
  @Transactional(readOnly = true)
  public Optional<CaseReference> numbered(String number) {
    return CaseNumber.read(number)
        .flatMap(exact ->
            jdbc.sql(BY_NUMBER)
                .param("number", exact)
                .query((row, _) -> new CaseReference(row.getObject(1, UUID.class)))
                .optional());
  }

  /** The numbers by which people know these cases. */
  @Transactional(readOnly = true)
  public Map<CaseReference, String> numbers(Collection<CaseReference> references) {
    return requests.numbers(references);
  }

  /**
   * Every case that this requester opened, or follows as the person it is about; earliest first.
   */
  @Transactional(readOnly = true)
  public List<CaseReference> casesOf(UUID requesterId) {
    return jdbc.sql(CASES_OF)
        .param("requester", requesterId)
        .query((row, _) -> new CaseReference(row.getObject(1, UUID.class)))
        .list();
  }

  /** Where the request stands, for the person who made it. */
  @Transactional(readOnly = true)
  public Progress progress(CaseReference reference) {
    var summary = requests.summary(reference);
    var entries = clock.entries(reference);
    var shown = new PublicClock(clock.deadline(summary.receivedOn(), entries), entries);
    return new Progress(
        reference,
        summary.number(),
        Progress.Step.of(summary.stage()),
        summary.guarded(),
        summary.identityConfirmed(),
        summary.regime(),
        summary.language(),
        answerBy(summary, shown),
        summary.outcome(),
        summary.reopenedOn());
  }

  private static AnswerBy answerBy(CaseSummary summary, PublicClock shown) {
    var outcome = summary.outcome();
    if (outcome != null && outcome.isWithoutAnswer() && summary.answeredOn() != null) {
      return shown.ended(summary.answeredOn());
    }
    return summary.hasClock() || summary.answeredOn() != null
        ? shown.answerBy(summary.answeredOn())
        : shown.courtesy(summary.listedDueOn());
  }

  /** Every search, earliest first. */
  @Transactional(readOnly = true)
  public List<SearchCertificate> searches(CaseReference reference) {
    return searches.certificates(reference);
  }

  /**
   * Takes the case's row until the transaction ends, at every isolation level, and returns its
   * version.
   */
  public long hold(CaseReference reference) {
    return requests.hold(reference).version();
  }

  /** Moves the case on to this stage, unless it is there or further. */
  public void reached(CaseReference reference, Stage stage) {
    if (stage == Stage.ANSWERED) {
      throw new IllegalArgumentException("A case is answered by closing it with an outcome");
    }
    requests.reached(reference, stage);
  }

  /**
   * Opens an answered case again, today; its first answer and its clock stay as they were. Where it
   * is not answered, or open again already, nothing happens.
   */
  public void reopen(CaseReference reference, Reopening because) {
    if (requests.hold(reference).isClosed() && requests.reopen(reference, because, days.today())) {
      events.publishEvent(new CaseReopened(reference.value(), because));
    }
  }

  /**
   * Answers what an answered case was opened again for: its first answer stays as it was.
   *
   * @throws Refusal {@code not-reopened} if it is not open again
   */
  public void answerAgain(CaseReference reference) {
    requests.answerAgain(reference);
  }

  /**
   * Closes the case: the request is answered.
   *
   * @param answeredOn in London
   * @throws Refusal {@code case-is-answered} if it was
   */
  public void close(CaseReference reference, Outcome outcome, LocalDate answeredOn) {
    requests.holdOpen(reference);
    requests.close(reference, outcome, answeredOn);
  }
}
