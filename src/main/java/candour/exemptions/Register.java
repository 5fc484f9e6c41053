package candour.exemptions;

import candour.platform.Controller;
import candour.platform.Days;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The grounds that are law today and this controller's to use. */
@Repository
class Register {

  private final JdbcClient jdbc;
  private final Days days;
  private final Controller controller;

  Register(JdbcClient jdbc, Days days, Controller controller) {
    this.jdbc = jdbc;
    this.days = days;
    this.controller = controller;
  }

  @Transactional(readOnly = true)
  public List<Exemption> all() {
    return jdbc.sql(
            """
            select code, provision, case_by_case, name_en, name_cy, told_en, told_cy
            from exemptions.exemption
            where in_force_from <= :today and (in_force_to is null or in_force_to >= :today)
              and (code <> 'IMMIGRATION' or :state)
            order by code <> 'IMMIGRATION', code
            """)
        .param("today", days.today())
        .param("state", controller.secretaryOfState())
        .query((row, _) ->
            new Exemption(
                row.getString("code"),
                row.getString("provision"),
                row.getBoolean("case_by_case"),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getString("told_en"),
                row.getString("told_cy")))
        .list();
  }
}
