package candour.casework;

import candour.casework.Correction.Ruling;
import candour.casework.Recipient.Notice;
import candour.casework.Recipient.Settled;
import candour.casework.RedressMoved.Step;
import candour.ledger.AskedBy;
import candour.ledger.Candidate;
import candour.ledger.Candidate.Certainty;
import candour.ledger.Disclosure;
import candour.ledger.Ledger;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom corrected data went to, and that they were told (UK GDPR Art. 19). No exemption of ours
 * keeps the office from telling them.
 */
@Component
@Transactional
public class Recipients {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Ledger ledger;
  private final Days days;
  private final ApplicationEventPublisher events;

  Recipients(
      JdbcClient jdbc,
      Requests requests,
      Ledger ledger,
      Days days,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.ledger = ledger;
    this.days = days;
    this.events = events;
  }

  /** All of a case, the earliest disclosure first. */
  @Transactional(readOnly = true)
  public List<Recipient> of(CaseReference reference) {
    return jdbc.sql(
            """
            select p.*, n.notice, n.words, n.on_date, o.name as officer_name
            from casework.recipient p left join casework.recipient_notice n using (recipient_id)
              left join platform.officer o on o.officer_id = n.officer_id
            where p.case_id = :case order by p.disclosed_on, p.recipient_id
            """)
        .param("case", reference.value())
        .query((row, _) -> recipient(row))
        .list();
  }

  /** One of them; none is an {@link EmptyResultDataAccessException}. */
  @Transactional(readOnly = true)
  public Recipient get(CaseReference reference, UUID id) {
    return of(reference).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new EmptyResultDataAccessException(1));
  }

  /**
   * Looks once more for whom it went to, since disclosures may come to the ledger late.
   *
   * @throws Refusal {@code nothing-was-corrected}
   */
  public void lookAgain(Correction corrected, Officer officer) {
    requests.hold(corrected.reference());
    if (corrected.ruled() == null || corrected.ruled().ruling() != Ruling.CORRECTED) {
      throw new Refusal("nothing-was-corrected");
    }
    if (find(corrected) > 0) {
      say(corrected.reference(), corrected.id(), Step.RECIPIENTS_FOUND, officer);
    }
  }

  /**
   * Puts every recipient on the list who is not there yet, and says how many that were: of the
   * entry that was corrected or, where it was something in the records, of every entry about the
   * person by which data went out.
   */
  int find(Correction corrected) {
    var listed =
        of(corrected.reference()).stream()
            .filter(it -> it.correctionId().equals(corrected.id()))
            .map(Recipient::entryId)
            .toList();
    var one = corrected.asked().disclosureId();
    var subject = requests.summary(corrected.reference()).subjectId();
    var found =
        ledger.candidatesFor(subject).stream()
            .filter(it -> it.shown() || it.certainty() == Certainty.CERTAIN)
            .map(Candidate::disclosure)
            .filter(it -> one == null || it.id().equals(one))
            .filter(it -> it.disclosedOn() != null && !listed.contains(it.id()))
            .toList();
    found.forEach(it -> add(corrected, it));
    return found.size();
  }

  private void add(Correction corrected, Disclosure disclosure) {
    jdbc.sql(
            """
            insert into casework.recipient (recipient_id, correction_id, case_id, entry_id, body, disclosed_on, listed_on)
            values (:id, :correction, :case, :entry, :body, :disclosed, :listed)
            """)
        .param("id", Identifiers.next())
        .param("correction", corrected.id())
        .param("case", corrected.reference().value())
        .param("entry", disclosure.id())
        .param("body", disclosure.asked().by().name())
        .param("disclosed", Objects.requireNonNull(disclosure.disclosedOn()))
        .param("listed", days.today())
        .update();
  }

  /**
   * Puts on record, as an officer who works on cases, that they were told today, or why they are
   * not.
   *
   * @param words at least as many characters as {@link Notice#least}
   * @throws Refusal {@code recipient-is-settled}, {@code told-how-or-why-not}
   */
  public void settle(
      CaseReference reference, UUID id, Notice notice, String words, Officer officer) {
    requests.hold(reference);
    if (get(reference, id).settled() != null) {
      throw new Refusal("recipient-is-settled");
    }
    jdbc.sql(
            """
            insert into casework.recipient_notice (recipient_id, case_id, notice, words, officer_id, on_date)
            values (:id, :case, :notice, :words, :officer, :on)
            """)
        .param("id", id)
        .param("case", reference.value())
        .param("notice", notice.name())
        .param("words", words)
        .param("officer", officer.id())
        .param("on", days.today())
        .update();
    say(reference, id, Step.RECIPIENT_SETTLED, officer);
  }

  private void say(CaseReference reference, UUID id, Step step, Officer officer) {
    events.publishEvent(new RedressMoved(reference.value(), id, step, officer.id()));
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    return new Recipient(
        row.getObject("recipient_id", UUID.class),
        new CaseReference(row.getObject("case_id", UUID.class)),
        row.getObject("correction_id", UUID.class),
        row.getObject("entry_id", UUID.class),
        AskedBy.valueOf(row.getString("body")),
        row.getObject("disclosed_on", LocalDate.class),
        settled(row));
  }

  private static @Nullable Settled settled(ResultSet row) throws SQLException {
    var notice = row.getString("notice");
    return notice == null
        ? null
        : new Settled(
            Notice.valueOf(notice),
            row.getString("words"),
            row.getString("officer_name"),
            row.getObject("on_date", LocalDate.class));
  }
}
