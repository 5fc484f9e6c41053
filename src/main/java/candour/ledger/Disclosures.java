package candour.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every entry of the ledger; none is ever rewritten. */
@Repository
class Disclosures {

  private final JdbcClient jdbc;

  Disclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Disclosure> shownTo(UUID subject) {
    return jdbc.sql(
            """
            select %s
            from ledger.shown s join ledger.disclosure d on d.disclosure_id = s.disclosure_id %s
            where s.subject_id = :subject
            order by s.requested_on desc, s.disclosure_id
            """
                .formatted(DisclosureRows.COLUMNS, DisclosureRows.JOINS))
        .param("subject", subject)
        .query(DisclosureRows::read)
        .list();
  }
}
