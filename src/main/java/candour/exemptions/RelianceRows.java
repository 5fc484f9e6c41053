package candour.exemptions;

import candour.casework.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What officers wrote down about grounds: rows are added, never changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RelianceRows {

  private final JdbcClient jdbc;

  RelianceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(CaseReference reference, UUID id) {
    return jdbc.sql(
            "select exists (select from exemptions.reliance where case_id = :case and reliance_id = :id)")
        .param("case", reference.value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  List<Reliance> of(CaseReference reference) {
    return jdbc.sql(
            """
            select r.reliance_id, r.code, r.relied_on, o.name as officer, i.item_id, i.kind, i.within_id, i.words,
              s.reliance_id is not null as instead,
              array(select w.field from exemptions.reliance_reason w where w.reliance_id = r.reliance_id order by w.field) as fields,
              array(select w.words from exemptions.reliance_reason w where w.reliance_id = r.reliance_id order by w.field) as reasons
            from exemptions.reliance r join exemptions.item i using (item_id) join platform.officer o using (officer_id)
              left join exemptions.instead_of_immigration s using (reliance_id)
            where r.case_id = :case order by r.recorded_at, r.reliance_id
            """)
        .param("case", reference.value())
        .query((row, _) -> read(row))
        .list();
  }

  private static Reliance read(ResultSet row) throws SQLException {
    return new Reliance(
        row.getObject("reliance_id", UUID.class),
        new Item(
            row.getObject("item_id", UUID.class),
            Item.Kind.valueOf(row.getString("kind")),
            row.getObject("within_id", UUID.class),
            row.getString("words")),
        row.getString("code"),
        reasons(row),
        row.getObject("relied_on", LocalDate.class),
        row.getString("officer"),
        row.getBoolean("instead"));
  }

  private static Map<String, String> reasons(ResultSet row) throws SQLException {
    var fields = (String[]) row.getArray("fields").getArray();
    var words = (String[]) row.getArray("reasons").getArray();
    var reasons = new HashMap<String, String>();
    for (int i = 0; i < fields.length; i++) {
      reasons.put(fields[i], words[i]);
    }
    return reasons;
  }

  void add(CaseReference reference, Reliance relied, UUID officer) {
    jdbc.sql(
            """
            insert into exemptions.reliance (reliance_id, case_id, item_id, within_id, code, officer_id, relied_on)
            values (:id, :case, :item, :within, :code, :officer, :on)
            """)
        .param("id", relied.id())
        .param("case", reference.value())
        .param("item", relied.item().id())
        .param("within", relied.item().withinId())
        .param("code", relied.code())
        .param("officer", officer)
        .param("on", relied.on())
        .update();
    relied.reasons().forEach((field, words) -> add(relied, field, words));
  }

  private void add(Reliance relied, String field, String words) {
    jdbc.sql(
            """
            insert into exemptions.reliance_reason (reliance_id, code, field, words)
            values (:id, :code, :field, :words)
            """)
        .param("id", relied.id())
        .param("code", relied.code())
        .param("field", field)
        .param("words", words)
        .update();
  }
}
