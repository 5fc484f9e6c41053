package candour.exemptions;

import candour.platform.Days;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The grounds that there are, and those of them that are law today and this controller's to use.
 */
@Repository
class Register {

  private record Required(String code, RequiredField field) {}

  private final JdbcClient jdbc;
  private final Days days;

  Register(JdbcClient jdbc, Days days) {
    this.jdbc = jdbc;
    this.days = days;
  }

  @Transactional(readOnly = true)
  public List<Exemption> open() {
    return grounds("where exemptions.open_to_us(code, :today)");
  }

  @Transactional(readOnly = true)
  public List<Exemption> all() {
    return grounds("");
  }

  private List<Exemption> grounds(String which) {
    var fields = fields();
    return jdbc.sql(
            "select * from exemptions.exemption %s order by not case_by_case, about_health, code"
                .formatted(which))
        .param("today", days.today())
        .query((row, _) -> exemption(row, fields.getOrDefault(row.getString("code"), List.of())))
        .list();
  }

  private Map<String, List<RequiredField>> fields() {
    return jdbc
        .sql("select * from exemptions.required_field order by code, position")
        .query((row, _) ->
            new Required(
                row.getString("code"),
                new RequiredField(
                    row.getString("field"),
                    words(row, "label"),
                    words(row, "hint"),
                    row.getInt("least"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Required::code, Collectors.mapping(Required::field, Collectors.toList())));
  }

  private static Exemption exemption(ResultSet row, List<RequiredField> fields)
      throws SQLException {
    return new Exemption(
        row.getString("code"),
        row.getString("provision"),
        list(row.getArray("articles")),
        Exemption.MayRely.valueOf(row.getString("may_rely")),
        row.getObject("in_force_from", LocalDate.class),
        row.getObject("in_force_to", LocalDate.class),
        row.getBoolean("case_by_case"),
        row.getBoolean("about_others"),
        row.getBoolean("about_health"),
        words(row, "name"),
        words(row, "test"),
        row.getString("guidance_en") == null
            ? Optional.empty()
            : Optional.of(words(row, "guidance")),
        words(row, "told"),
        fields);
  }

  private static Wording words(ResultSet row, String column) throws SQLException {
    return new Wording(row.getString(column + "_en"), row.getString(column + "_cy"));
  }

  private static List<String> list(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
