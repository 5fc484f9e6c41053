package candour.ledger.agreement;

import candour.ledger.AskedBy;
import candour.ledger.DataItem;
import candour.ledger.SharingAgreement;
import candour.ledger.SharingAgreement.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sharing agreements; a new one, or a new version, is a migration. */
@Repository
public class Agreements {

  private final JdbcClient jdbc;

  Agreements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every agreement by its id. */
  public Map<String, SharingAgreement> all() {
    var versions = versions();
    return jdbc
        .sql("select agreement_id, holder, asker from ledger.agreement")
        .query((row, _) ->
            new SharingAgreement(
                row.getString("agreement_id"),
                row.getString("holder"),
                AskedBy.valueOf(row.getString("asker")),
                versions.getOrDefault(row.getString("agreement_id"), List.of())))
        .stream()
        .collect(Collectors.toUnmodifiableMap(SharingAgreement::id, Function.identity()));
  }

  private Map<String, List<Version>> versions() {
    record Of(String agreement, Version version) {}
    return jdbc
        .sql(
            """
            select agreement_id, version_id, lower(in_force) as starts, upper(in_force) as ends,
              array_to_string(reasons, ',') as reasons, array_to_string(data_items, ',') as data_items, shown_at_once
            from ledger.agreement_version
            order by lower(in_force)
            """)
        .query((row, _) -> new Of(row.getString("agreement_id"), version(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Of::agreement, Collectors.mapping(Of::version, Collectors.toList())));
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getObject("version_id", UUID.class),
        row.getObject("starts", LocalDate.class),
        row.getObject("ends", LocalDate.class),
        Set.of(row.getString("reasons").split(",", -1)),
        Arrays.stream(row.getString("data_items").split(",", -1))
            .map(DataItem::valueOf)
            .collect(Collectors.toSet()),
        row.getBoolean("shown_at_once"));
  }
}
