package candour.ledger.entries;

import candour.ledger.Candidate.Basis;
import candour.ledger.Candidate.Certainty;
import candour.ledger.Disclosure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every entry of the ledger; none is ever rewritten. */
@Repository
public class Disclosures {

  private static final String INSERT =
      """
      insert into ledger.disclosure (batch_id, disclosure_id, row_no, version_id, out_of_agreement, name_key,
        asked_by, asked_of, requester_role, agreement_id, reason_code, last_resort, last_resort_exception,
        outcome, trace_detail, rejection_reason, data_items, requested_on, disclosed_on, person_name, person_born)
      select ?::uuid, r.id, r.number, r.version, r.outside, r.name_key,
        asked_by, asked_of, requester_role, nullif(agreement, ''), reason_code, last_resort = 'yes',
        nullif(last_resort_exception, ''), outcome, nullif(trace_detail, ''), nullif(rejection_reason, ''),
        string_to_array(data_items, ';'), requested_on::date, nullif(disclosed_on, '')::date, person_name, person_born
      from unnest(?::uuid[], ?::int[], ?::uuid[], ?::boolean[], ?::text[], %s)
        as r (id, number, version, outside, name_key, %s)
      """
          .formatted(
              String.join(", ", Column.headers().stream().map(_ -> "?::text[]").toList()),
              String.join(", ", Column.headers()));

  private static final String FOR_PERSON =
      """
      select %s, d.person_name, d.person_born, m.certainty, m.basis, s.disclosure_id is not null as shown,
        coalesce(v.shown_at_once, false) and not d.out_of_agreement as shown_at_once
      from ledger.disclosure d %s
      left join ledger.match m on m.disclosure_id = d.disclosure_id and m.subject_id = :subject
      left join ledger.shown s on s.disclosure_id = d.disclosure_id and s.subject_id = :subject
      """
          .formatted(DisclosureRows.COLUMNS, DisclosureRows.JOINS);

  private final JdbcClient jdbc;

  Disclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds rows to a batch, in one statement. */
  public void add(UUID batch, List<Entry> entries) {
    var insert =
        jdbc.sql(INSERT)
            .param(batch)
            .param(texts(entries, entry -> entry.id().toString()))
            .param(texts(entries, entry -> Integer.toString(entry.number())))
            .param(texts(entries, Disclosures::version))
            .param(texts(entries, entry -> Boolean.toString(entry.isOutOfAgreement())))
            .param(texts(entries, entry -> entry.row().nameKey()));
    for (var column : Column.values()) {
      insert = insert.param(texts(entries, entry -> entry.row().cell(column)));
    }
    insert.update();
  }

  /** What the person sees, newest ask first. */
  public List<Disclosure> shownTo(UUID subject) {
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

  /** Entries under any of these names, with what joins them to the person; newest ask first. */
  public List<Found> named(Collection<String> nameKeys, UUID subject) {
    return jdbc.sql(
            FOR_PERSON
                + "where d.name_key in (:names) order by d.requested_on desc, d.disclosure_id")
        .param("names", nameKeys)
        .param("subject", subject)
        .query(Disclosures::found)
        .list();
  }

  /** One page of a batch, in the order of the file: every row, or those no agreement covered. */
  public List<Line> inBatch(UUID batch, boolean flaggedOnly, int afterRow, int atMost) {
    return jdbc.sql(
            """
            select %s, d.row_no, d.agreement_id as named_agreement, d.person_name, d.person_born
            from ledger.disclosure d %s
            where d.batch_id = :batch and d.row_no > :after %s
            order by d.row_no limit :most
            """
                .formatted(
                    DisclosureRows.COLUMNS,
                    DisclosureRows.JOINS,
                    flaggedOnly ? "and d.out_of_agreement" : ""))
        .param("batch", batch)
        .param("after", afterRow)
        .param("most", atMost)
        .query((row, number) ->
            new Line(
                row.getInt("row_no"),
                row.getString("named_agreement"),
                DisclosureRows.read(row, number),
                row.getString("person_name"),
                row.getString("person_born")))
        .list();
  }

  private static Found found(ResultSet row, int number) throws SQLException {
    var certainty = row.getString("certainty");
    var basis = row.getString("basis");
    return new Found(
        DisclosureRows.read(row, number),
        row.getString("person_name"),
        row.getString("person_born"),
        certainty == null ? null : Certainty.valueOf(certainty),
        basis == null ? null : Basis.valueOf(basis),
        row.getBoolean("shown_at_once"),
        row.getBoolean("shown"));
  }

  private static @Nullable String version(Entry entry) {
    var version = entry.versionId();
    return version == null ? null : version.toString();
  }

  private static @Nullable String[] texts(
      List<Entry> entries, Function<Entry, @Nullable String> part) {
    return entries.stream().map(part).toArray(String[]::new);
  }
}
