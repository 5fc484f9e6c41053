package candour.audit;

import candour.audit.merkle.Leaf;
import candour.audit.merkle.NotProven;
import candour.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The entries of a case, the earliest first. */
@Repository
@Transactional(readOnly = true)
class History {

  /** The facts that are nothing but that somebody looked. */
  private static final String[] LOOKS = {"case.visited", "case.visited-on-behalf", "message.read"};

  /**
   * An entry as the history page shows it.
   *
   * @param day in London
   * @param by the role of whoever acted, such as OFFICER; null where that cannot be known
   * @param changed whether the entry is not what it was when it was written
   */
  record Line(
      UUID id,
      LocalDate day,
      String factClass,
      @Nullable String provision,
      @Nullable String by,
      boolean changed,
      @Nullable Long leafIndex) {}

  private final JdbcClient jdbc;
  private final Openings openings;

  History(JdbcClient jdbc, Openings openings) {
    this.jdbc = jdbc;
    this.openings = openings;
  }

  List<String> counts(LocalDate day) {
    return jdbc.sql(
            """
            select class || ',' || coalesce(provision, '') || ',' || count(*) from audit.entry where day = :day
            group by class, provision order by class || ',' || coalesce(provision, '') collate "C"
            """)
        .param("day", day)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /**
   * The lines that follow a given one, or the first ones.
   *
   * @param looks whether those too that say no more than that somebody looked
   */
  List<Line> following(UUID caseId, @Nullable UUID line, boolean looks, int most) {
    var opened = openings.of(caseId);
    return jdbc.sql(
            """
            select e.entry_id, e.day, e.class, e.provision, e.leaf, e.opening, e.rows, e.outlives_case, l.leaf_index
            from audit.entry e left join audit.leaf l using (entry_id)
            where e.case_id = :case and (e.class <> all (:leftOut) or split_part(encode(e.leaf, 'escape'), chr(10), 2) <> 'class ' || e.class)
              and (cast(:line as uuid) is null or (e.recorded_at, e.entry_id) >
              (select recorded_at, entry_id from audit.entry where entry_id = :line and case_id = :case))
            order by e.recorded_at, e.entry_id limit :most
            """)
        .param("case", caseId)
        .param("line", line)
        .param("leftOut", looks ? new String[0] : LOOKS)
        .param("most", most)
        .query((row, _) -> line(row, opened))
        .list();
  }

  private Line line(ResultSet row, Optional<Openings.OfCase> ofCase) throws SQLException {
    var opened = row.getBoolean("outlives_case") ? Optional.of(openings.ofNoCase()) : ofCase;
    String by = null;
    var changed = false;
    try {
      changed = !Openings.says(row, Leaf.parse(row.getBytes("leaf")));
      by = opened.isEmpty() ? null : opened.get().payload(row).at("/by/role").asString();
    } catch (NotProven | Refusal e) {
      changed = true;
    }
    return new Line(
        row.getObject("entry_id", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getString("class"),
        row.getString("provision"),
        by,
        changed,
        row.getObject("leaf_index", Long.class));
  }
}
