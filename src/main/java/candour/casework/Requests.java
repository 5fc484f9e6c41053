package candour.casework;

import candour.casework.clock.Deadline;
import candour.casework.clock.RuleVersion;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of all cases. How a request came, when and what for is written once; how far it is moves
 * on.
 */
@Repository
class Requests {

  private final JdbcClient jdbc;

  Requests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds the row, and with it the key under which everything of the case is sealed; or says false
   * where the number is taken. It works for a visitor, who may not read what they wrote: nothing
   * comes back from the database.
   */
  boolean add(
      CaseReference reference,
      String number,
      SubjectAccessRequest asked,
      Received received,
      Deadline deadline,
      byte[] key) {
    var entered = received.entered();
    var sought = asked.sought();
    var urgency = asked.urgency();
    return jdbc.sql(
                """
                insert into casework.request (case_id, number, subject_id, requester_id, subject_name, purpose, extent,
                  documents, wants, wants_words, period_from, period_to, urgency, urgency_when, urgency_words,
                  language, channel, received_at, received_on, declared, entered_by, entered_on, recognised_on,
                  rule_version, due_on, listed_due_on)
                select :case, :number, :subject, :requester, :name, :purpose, :extent,
                  :documents, :wants, :words, :from, :to, cast(:urgency as text), :when, :why,
                  :language, :channel, :at, :on, cast(:declared as text), cast(:enteredBy as uuid), cast(:enteredOn as date),
                  cast(:recognised as date), :rules, :due, :due
                from platform.key_of(:case, :key)
                on conflict do nothing
                """)
            .param("case", reference.value())
            .param("number", number)
            .param("subject", asked.subjectId())
            .param("requester", asked.requesterId())
            .param("name", asked.subjectName())
            .param("purpose", asked.purpose().name())
            .param("extent", sought.extent().name())
            .param("documents", sought.documents().toArray(String[]::new))
            .param("wants", sought.wants().stream().map(Enum::name).sorted().toArray(String[]::new))
            .param("words", sought.words())
            .param("from", sought.periodFrom())
            .param("to", sought.periodTo())
            .param("urgency", urgency == null ? null : urgency.cause().name())
            .param("when", urgency == null ? "" : urgency.when())
            .param("why", urgency == null ? "" : urgency.words())
            .param("language", asked.language().getLanguage())
            .param("channel", asked.channel().name())
            .param("at", received.at().atOffset(ZoneOffset.UTC))
            .param("on", received.on())
            .param("declared", asked.declared())
            .param("enteredBy", entered == null ? null : entered.officerId())
            .param("enteredOn", entered == null ? null : entered.on())
            .param("recognised", entered == null ? null : entered.recognisedOn())
            .param("rules", RuleVersion.forReceipt(received.on()).name())
            .param("due", deadline.sortedBy())
            .param("key", key)
            .update()
        == 1;
  }

  CaseSummary summary(CaseReference reference) {
    return jdbc.sql(RequestRows.SUMMARY + " where r.case_id = :case")
        .param("case", reference.value())
        .query(RequestRows::summary)
        .single();
  }

  Map<CaseReference, String> numbers(Collection<CaseReference> references) {
    var numbers = new HashMap<CaseReference, String>();
    jdbc.sql("select case_id, number from casework.request where case_id = any (:cases::uuid[])")
        .param("cases", references.stream().map(CaseReference::value).toArray(UUID[]::new))
        .query(row -> {
          numbers.put(
              new CaseReference(row.getObject("case_id", UUID.class)), row.getString("number"));
        });
    return numbers;
  }

  SubjectAccessRequest asked(CaseReference reference) {
    return jdbc.sql("select * from casework.request where case_id = :case")
        .param("case", reference.value())
        .query(RequestRows::asked)
        .single();
  }

  CaseFacts facts(CaseReference reference) {
    return jdbc.sql("select * from casework.request where case_id = :case")
        .param("case", reference.value())
        .query(RequestRows::facts)
        .single();
  }

  /** Empty where it came through the portal. */
  Optional<Entered> entered(CaseReference reference) {
    return jdbc.sql(
            """
            select o.name, r.received_on, r.recognised_on, r.entered_on
            from casework.request r join platform.officer o on o.officer_id = r.entered_by
            where r.case_id = :case
            """)
        .param("case", reference.value())
        .query(RequestRows::entered)
        .optional();
  }

  LocalDate receivedOn(CaseReference reference) {
    return jdbc.sql("select received_on from casework.request where case_id = :case")
        .param("case", reference.value())
        .query((row, _) -> row.getObject("received_on", LocalDate.class))
        .single();
  }

  /** Takes the row until the transaction ends, so that what is decided here is decided once. */
  Held hold(CaseReference reference) {
    return jdbc.sql("select * from casework.hold(:case)")
        .param("case", reference.value())
        .query(RequestRows::held)
        .single();
  }

  /** As {@link #hold}, for what can no longer happen once the case is answered. */
  Held holdOpen(CaseReference reference) {
    var held = hold(reference);
    if (held.isAnswered()) {
      throw new Refusal("case-is-answered");
    }
    return held;
  }

  /** As {@link #hold}, for what can happen again once an answered case is open again. */
  Held holdWorkable(CaseReference reference) {
    var held = hold(reference);
    if (held.isClosed()) {
      throw new Refusal("case-is-answered");
    }
    return held;
  }

  /** Opens an answered case again; false where it is open again already. */
  boolean reopen(CaseReference reference, Reopening because, LocalDate on) {
    return jdbc.sql(
                """
                insert into casework.reopening (reopening_id, case_id, because, reopened_on)
                values (:id, :case, :because, :on)
                """)
            .param("id", Identifiers.next())
            .param("case", reference.value())
            .param("because", because.name())
            .param("on", on)
            .update()
        == 1;
  }

  void reached(CaseReference reference, Stage stage) {
    jdbc.sql(
            """
            update casework.request set stage = :stage where case_id = :case and stage = any(:earlier)
            """)
        .param("case", reference.value())
        .param("stage", stage.name())
        .param("earlier", stage.earlier().stream().map(Stage::name).toArray(String[]::new))
        .update();
  }

  void close(CaseReference reference, Outcome outcome, LocalDate answeredOn) {
    jdbc.sql(
            """
            update casework.request set stage = 'ANSWERED', outcome = :outcome, answered_on = :on
            where case_id = :case
            """)
        .param("case", reference.value())
        .param("outcome", outcome.name())
        .param("on", answeredOn)
        .update();
  }

  void answerAgain(CaseReference reference) {
    jdbc.sql("select casework.answer_again(:case)")
        .param("case", reference.value())
        .query((_, _) -> true)
        .single();
  }

  void identityVerified(CaseReference reference, UUID verificationId) {
    jdbc.sql(
            "update casework.request set identity_verification = :verification where case_id = :case")
        .param("case", reference.value())
        .param("verification", verificationId)
        .update();
  }

  void keepDue(CaseReference reference, Deadline deadline) {
    jdbc.sql("select casework.keep_due(:case, cast(:due as date), cast(:listed as date))")
        .param("case", reference.value())
        .param("due", deadline instanceof Deadline.Due due ? due.on() : null)
        .param("listed", deadline.sortedBy())
        .query((_, _) -> true)
        .single();
  }
}
