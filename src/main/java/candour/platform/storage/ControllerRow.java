package candour.platform.storage;

import candour.platform.Acting;
import candour.platform.Controller;
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
            values (:name, :state, :health, :division, :notice, :years)
            on conflict (id) do update set name = excluded.name, secretary_of_state = excluded.secretary_of_state,
              health_professional = excluded.health_professional,
              bank_holiday_division = excluded.bank_holiday_division, guard_notice_days = excluded.guard_notice_days,
              retention_years = excluded.retention_years
            """)
        .param("name", controller.name())
        .param("state", controller.secretaryOfState())
        .param("health", controller.healthProfessional())
        .param("division", controller.bankHolidayDivision())
        .param("notice", controller.guardNoticeDays())
        .param("years", controller.retentionYears())
        .update();
  }
}
