package candour.ledger.matching;

import candour.ledger.Candidate.Basis;
import candour.ledger.Candidate.Certainty;
import candour.ledger.LedgerEvent.DisclosureMatched;
import candour.ledger.LedgerEvent.DisclosureShown;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entries are about whom, and which of them the person sees; added to, never taken back. */
@Repository
class Matches {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Matches(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Returns whether this is new: an entry is about one person with certainty, and once. */
  boolean certain(UUID disclosure, UUID subject) {
    return add(disclosure, subject, Certainty.CERTAIN, Basis.FULL_NAME_AND_BIRTH, null);
  }

  /** An officer takes an entry to be about the person; no effect if it was matched with them. */
  void probable(UUID disclosure, UUID subject, Basis basis, UUID officer) {
    add(disclosure, subject, Certainty.PROBABLE, basis, officer);
  }

  private boolean add(
      UUID disclosure, UUID subject, Certainty certainty, Basis basis, @Nullable UUID officer) {
    var added =
        jdbc.sql(
                    """
                    insert into ledger.match (disclosure_id, subject_id, certainty, basis, matched_by)
                    values (:disclosure, :subject, :certainty, :basis, :officer)
                    on conflict do nothing
                    """)
                .param("disclosure", disclosure)
                .param("subject", subject)
                .param("certainty", certainty.name())
                .param("basis", basis.name())
                .param("officer", officer)
                .update()
            == 1;
    if (added) {
      events.publishEvent(new DisclosureMatched(disclosure, subject, officer));
    }
    return added;
  }

  /** The agreement itself shows a certain match to the person. */
  void showAtOnce(UUID disclosure, UUID subject, LocalDate requestedOn) {
    show(disclosure, subject, requestedOn, null, null);
  }

  /** An officer shows a match to the person; no effect if they see it already. */
  void show(
      UUID disclosure,
      UUID subject,
      LocalDate requestedOn,
      @Nullable UUID clearedBy,
      @Nullable String reason) {
    var added =
        jdbc.sql(
                """
                insert into ledger.shown (disclosure_id, subject_id, requested_on, at_once, cleared_by, reason)
                values (:disclosure, :subject, :requested, :atOnce, :officer, :reason)
                on conflict do nothing
                """)
            .param("disclosure", disclosure)
            .param("subject", subject)
            .param("requested", requestedOn)
            .param("atOnce", clearedBy == null)
            .param("officer", clearedBy)
            .param("reason", reason)
            .update();
    if (added == 1) {
      events.publishEvent(new DisclosureShown(disclosure, subject, clearedBy == null));
    }
  }
}
