package candour.platform.storage;

import candour.platform.Acting;
import candour.platform.Controller;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the database which controller it serves, since some of its rules depend on that. */
@Component
@DependsOn("flywayInitializer")
class ControllerRow implements InitializingBean {

  private final JdbcClient jdbc;
  private final Controller controller;
  private final TransactionTemplate transaction;

  ControllerRow(JdbcClient jdbc, Controller controller, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.controller = controller;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterPropertiesSet() {
    Acting.system().run(() -> transaction.executeWithoutResult(_ -> write()));
  }

  private void write() {
    jdbc.sql(
            """
            insert into platform.controller (name, secretary_of_state, health_professional, bank_holiday_division,
              guard_notice_days, retention_years)
            values (:name, :secretary_of_state, :health_professional, :bank_holiday_division, :guard_notice_days,
              :retention_years)
            on conflict (id) do update set name = excluded.name, secretary_of_state = excluded.secretary_of_state,
              health_professional = excluded.health_professional,
              bank_holiday_division = excluded.bank_holiday_division, guard_notice_days = excluded.guard_notice_days,
              retention_years = excluded.retention_years
            """)
        .params(row())
        .update();
  }

  /** Whether that database still has what it was told, and nothing else. */
  boolean stands(JdbcClient database) {
    return List.of(row())
        .equals(database.sql("select * from platform.controller").query().listOfRows());
  }

  private Map<String, Object> row() {
    return Map.of(
        "id",
        1,
        "name",
        controller.name(),
        "secretary_of_state",
        controller.secretaryOfState(),
        "health_professional",
        controller.healthProfessional(),
        "bank_holiday_division",
        controller.bankHolidayDivision(),
        "guard_notice_days",
        controller.guardNoticeDays(),
        "retention_years",
        controller.retentionYears());
  }
}
