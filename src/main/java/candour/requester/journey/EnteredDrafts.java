package candour.requester.journey;

import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What officers have begun to enter for somebody. It is kept as long as any draft, so that no
 * time-out loses it, and only whoever began it goes on with it.
 */
@Repository
class EnteredDrafts {

  private final Drafts drafts;
  private final JdbcClient jdbc;
  private final Days days;

  EnteredDrafts(Drafts drafts, JdbcClient jdbc, Days days) {
    this.drafts = drafts;
    this.jdbc = jdbc;
    this.days = days;
  }

  Draft begin(Entry entry, Officer officer) {
    var draft = new Draft(Identifiers.unguessable(), Answers.NONE, null, entry);
    return drafts.asOfficer(
        officer,
        () -> {
          drafts.begin(draft, officer.id());
          return draft;
        });
  }

  /** One of this officer's, sent or not. */
  Optional<Draft> find(UUID id, Officer officer) {
    return drafts.asOfficer(officer, () -> drafts.hold(id)).filter(draft -> draft.entry() != null);
  }

  /** This officer's that are not sent, the latest first. */
  List<Draft> begun(Officer officer) {
    return drafts.asOfficer(
        officer,
        () ->
            jdbc.sql(
                    """
                    select draft_id, sealed from requester.draft
                    where entered_by = :officer and case_id is null and expires_at > :now
                    order by started_at desc, draft_id
                    """)
                .param("officer", officer.id())
                .param("now", Timestamp.from(days.now()))
                .query((row, _) ->
                    drafts.open(row.getObject("draft_id", UUID.class), row.getBytes("sealed")))
                .list());
  }

  /** Says otherwise how it came. */
  Draft correct(Draft draft, Entry entry, Officer officer) {
    return drafts.asOfficer(
        officer,
        () -> {
          var now = drafts.hold(draft.id()).orElse(draft);
          if (now.sent() != null) {
            return now;
          }
          var corrected = new Draft(now.id(), now.answers(), null, entry);
          drafts.keep(corrected, Drafts.LIFE);
          return corrected;
        });
  }
}
