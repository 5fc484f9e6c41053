package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Outcome;
import candour.exemptions.Exemption;
import candour.exemptions.Exemptions;
import candour.ledger.Disclosure;
import candour.ledger.Ledger;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.response.Answer.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the person reads of their answer; row-level security keeps every other from them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Reading {

  record Released(
      int number, UUID packId, DocumentId document, LocalDate on, Outcome outcome, int pages) {}

  private final JdbcClient jdbc;
  private final ReleaseCodes codes;
  private final Casework casework;
  private final Ledger ledger;
  private final EntryRows entries;
  private final EntriesForPerson told;
  private final Exemptions exemptions;

  Reading(
      JdbcClient jdbc,
      ReleaseCodes codes,
      Casework casework,
      Ledger ledger,
      EntryRows entries,
      EntriesForPerson told,
      Exemptions exemptions) {
    this.jdbc = jdbc;
    this.entries = entries;
    this.told = told;
    this.exemptions = exemptions;
    this.codes = codes;
    this.casework = casework;
    this.ledger = ledger;
  }

  List<Answer> answers(CaseReference reference) {
    return released(reference).stream()
        .map(released ->
            new Answer(
                released.number(),
                released.on(),
                released.outcome(),
                released.pages(),
                codes.live(released.packId()).map(Reading::code).orElse(null),
                codes.downloads(released.packId())))
        .toList();
  }

  Optional<Released> released(CaseReference reference, int number) {
    return released(reference).stream().filter(each -> each.number() == number).findAny();
  }

  private static Code code(ReleaseCodes.Live live) {
    return new Code(Days.of(live.expires()), live.triesLeft(), live.downloadsLeft());
  }

  List<DisclosureAboutMe> disclosuresAbout(CaseReference reference) {
    return told.of(reference, casework.facts(reference).subjectId());
  }

  /** What is kept from the list and told, each by its ground of the register. */
  List<Exemption> keptBackFrom(CaseReference reference) {
    var shown =
        ledger.shownTo(casework.facts(reference).subjectId()).stream().map(Disclosure::id).toList();
    var grounds =
        exemptions.grounds().stream().collect(Collectors.toMap(Exemption::code, it -> it));
    return entries.withheld(reference).stream()
        .filter(WithheldEntry::told)
        .filter(it -> shown.contains(it.entry()))
        .flatMap(it -> Stream.ofNullable(grounds.get(it.ground())))
        .toList();
  }

  Optional<Released> newest(CaseReference reference) {
    var all = released(reference);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private List<Released> released(CaseReference reference) {
    return jdbc.sql(
            """
            select d.answer_no, p.pack_id, p.document_id, d.left_on, p.outcome, p.pages
            from response.departure d join response.pack p using (pack_id) where d.case_id = :case
            order by d.answer_no
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Released(
                row.getInt("answer_no"),
                row.getObject("pack_id", UUID.class),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getObject("left_on", LocalDate.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("pages")))
        .list();
  }
}
