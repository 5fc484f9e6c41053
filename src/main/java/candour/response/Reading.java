package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Outcome;
import candour.ledger.Ledger;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.response.Answer.Code;
import candour.response.ResponseEvent.PackDownloaded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the person reads of their answer; row-level security keeps every other from them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Reading {

  private record Released(
      UUID packId, DocumentId document, LocalDate on, Outcome outcome, int pages) {}

  private final JdbcClient jdbc;
  private final Packs packs;
  private final ReleaseCodes codes;
  private final Casework casework;
  private final Ledger ledger;
  private final DocumentStore documents;
  private final ApplicationEventPublisher events;

  Reading(
      JdbcClient jdbc,
      Packs packs,
      ReleaseCodes codes,
      Casework casework,
      Ledger ledger,
      DocumentStore documents,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.packs = packs;
    this.codes = codes;
    this.casework = casework;
    this.ledger = ledger;
    this.documents = documents;
    this.events = events;
  }

  Optional<Answer> answer(CaseReference reference) {
    return released(reference)
        .map(released ->
            new Answer(
                released.on(),
                released.outcome(),
                released.pages(),
                codes.live(reference).map(Reading::code).orElse(null),
                codes.downloads(reference)));
  }

  private static Code code(ReleaseCodes.Live live) {
    return new Code(Days.of(live.expires()), live.triesLeft(), live.downloadsLeft());
  }

  Download download(CaseReference reference, ReleaseCode typed) {
    var released = released(reference);
    if (released.isEmpty()) {
      return new Download.NotReleased();
    }
    casework.hold(reference);
    var live = codes.live(reference);
    if (live.isEmpty()) {
      return new Download.Void();
    }
    if (!codes.opens(live.get(), typed)) {
      var left = codes.tried(live.get());
      return left == 0 ? new Download.Void() : new Download.WrongCode(left);
    }
    return file(reference, released.get(), live.get());
  }

  private Download.File file(CaseReference reference, Released released, ReleaseCodes.Live live) {
    var id = codes.downloaded(reference, released.packId(), live);
    events.publishEvent(new PackDownloaded(reference.value(), released.packId(), id));
    return new Download.File(
        documents.find(released.document(), reference.value()).fileName(),
        documents.read(released.document(), reference.value()));
  }

  List<DisclosureAboutMe> disclosuresAbout(CaseReference reference) {
    var withheld = packs.withheldEntries(reference);
    return ledger.shownTo(casework.facts(reference).subjectId()).stream()
        .filter(disclosure -> !withheld.contains(disclosure.id()))
        .map(DisclosureAboutMe::of)
        .toList();
  }

  private Optional<Released> released(CaseReference reference) {
    return jdbc.sql(
            """
            select p.pack_id, p.document_id, r.released_on, p.outcome, p.pages
            from response.release r join response.pack p using (pack_id) where r.case_id = :case
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new Released(
                row.getObject("pack_id", UUID.class),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getObject("released_on", LocalDate.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("pages")))
        .optional();
  }
}
