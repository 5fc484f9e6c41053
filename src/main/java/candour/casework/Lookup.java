package candour.casework;

import static java.util.Objects.requireNonNull;

import candour.identity.DataSubject;
import candour.identity.Identity;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cases of a person; a case whose number is known is found by {@link Casework}. */
@Component
@Transactional(readOnly = true)
public class Lookup {

  /** More are not shown: whoever searches says more of the person instead. */
  static final int MOST = 50;

  static final String OF_REQUESTERS =
      RequestRows.SUMMARY
          + """
          where r.requester_id = any(:requesters)
          order by r.stage = 'ANSWERED', r.listed_due_on, r.case_id limit :most
          """;

  private final Identity identity;
  private final JdbcClient jdbc;

  Lookup(Identity identity, JdbcClient jdbc) {
    this.identity = identity;
    this.jdbc = jdbc;
  }

  /** A case, with the names and the birth by which people are told apart. */
  public record Hit(CaseSummary summary, DataSubject subject) {}

  /**
   * What was found; open cases stand first, what is due first at their top.
   *
   * @param more whether there are others that fit
   */
  public record Found(List<Hit> hits, boolean more) {}

  /** The cases of everybody whom these words fit, as {@link Identity#found} takes them. */
  public Found of(String words) {
    var people = identity.found(words, MOST + 1);
    if (people.isEmpty()) {
      return new Found(List.of(), false);
    }
    var cases =
        jdbc.sql(OF_REQUESTERS)
            .param("requesters", people.keySet().toArray(UUID[]::new))
            .param("most", MOST + 1)
            .query(RequestRows::summary)
            .list();
    var hits =
        cases.stream()
            .limit(MOST)
            .map(summary -> new Hit(summary, requireNonNull(people.get(summary.requesterId()))))
            .toList();
    return new Found(hits, cases.size() > MOST);
  }
}
