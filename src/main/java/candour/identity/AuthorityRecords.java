package candour.identity;

import candour.identity.AuthorityOnRecord.Cause;
import candour.identity.AuthorityOnRecord.End;
import candour.identity.AuthorityOnRecord.Ruling;
import candour.identity.AuthorityOnRecord.Told;
import candour.identity.AuthorityToAct.Basis;
import candour.identity.AuthorityToAct.ChildsWord;
import candour.identity.AuthorityToAct.Reach;
import candour.identity.AuthorityToAct.Scope;
import candour.identity.AuthorityToAct.Understanding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads authorities as they stand on record. */
@Repository
class AuthorityRecords {

  private final JdbcClient jdbc;

  AuthorityRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest of this requester; empty for whoever asks for themselves. */
  Optional<AuthorityOnRecord> of(UUID requesterId) {
    return jdbc.sql(
            """
            select a.*, r.full_name, r.relation, r.firm, r.regulator, r.regulator_number, e.cause, e.words as end_words, e.ended_on, n.told_at, n.free_at
            from identity.authority a join identity.requester r using (requester_id)
            left join identity.authority_end e using (authority_id)
            left join identity.authority_notice n using (authority_id)
            where requester_id = :requester order by a.recorded_at desc limit 1
            """)
        .param("requester", requesterId)
        .query((row, _) -> record(row, rulings(row.getObject("authority_id", UUID.class))))
        .optional();
  }

  private List<Ruling> rulings(UUID authorityId) {
    return jdbc.sql(
            """
            select g.*, coalesce(o.name, '') as officer_name from identity.authority_ruling g
            left join platform.officer o using (officer_id)
            where g.authority_id = :authority order by g.recorded_at, g.ruling_id
            """)
        .param("authority", authorityId)
        .query((row, _) ->
            new Ruling(
                row.getBoolean("accepted"),
                row.getBoolean("register_checked"),
                row.getString("reason"),
                row.getString("officer_name"),
                row.getObject("ruled_on", LocalDate.class)))
        .list();
  }

  private static AuthorityOnRecord record(ResultSet row, List<Ruling> rulings) throws SQLException {
    return new AuthorityOnRecord(
        row.getObject("requester_id", UUID.class),
        Objects.requireNonNull(People.representative(row)),
        new AuthorityToAct(
            row.getObject("authority_id", UUID.class),
            Basis.valueOf(row.getString("basis")),
            row.getString("words"),
            Scope.valueOf(row.getString("scope")),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            child(row),
            new Reach(
                row.getString("subject_email"),
                row.getString("subject_phone"),
                row.getString("subject_address"),
                row.getString("subject_words"))),
        rulings,
        end(row),
        told(row));
  }

  private static @Nullable ChildsWord child(ResultSet row) throws SQLException {
    var understanding = row.getString("child_understanding");
    return understanding == null
        ? null
        : new ChildsWord(
            Understanding.valueOf(understanding),
            row.getBoolean("child_twelve_in_scotland"),
            row.getString("child_words"));
  }

  private static @Nullable End end(ResultSet row) throws SQLException {
    var cause = row.getString("cause");
    return cause == null
        ? null
        : new End(
            Cause.valueOf(cause),
            row.getString("end_words"),
            row.getObject("ended_on", LocalDate.class));
  }

  private static @Nullable Told told(ResultSet row) throws SQLException {
    var at = row.getTimestamp("told_at");
    return at == null ? null : new Told(at.toInstant(), row.getTimestamp("free_at").toInstant());
  }
}
