package candour.oversight.figures;

import candour.audit.AuditLog;
import candour.platform.Acting;
import candour.platform.Days;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the counts of each day that is over in the log, once. */
@Component
class Tallies {

  private final JdbcClient jdbc;
  private final AuditLog log;
  private final Figures figures;
  private final Days days;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Tallies(
      JdbcClient jdbc,
      AuditLog log,
      Figures figures,
      Days days,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.log = log;
    this.figures = figures;
    this.days = days;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Counts every day before today that was not counted yet, each in a transaction of its own. */
  void countDaysThatAreOver() {
    Acting.system()
        .run(() -> {
          var today = days.today();
          next()
              .ifPresent(first ->
                  first.datesUntil(today.isAfter(first) ? today : first).forEach(this::count));
        });
  }

  private Optional<LocalDate> next() {
    return Objects.requireNonNull(
        transaction.execute(_ ->
            jdbc.sql("select day + 1 from oversight.tally order by day desc limit 1")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional()
                .or(log::began)));
  }

  private void count(LocalDate day) {
    transaction.executeWithoutResult(_ -> {
      var first =
          jdbc.sql("insert into oversight.tally (day) values (:day) on conflict do nothing")
                  .param("day", day)
                  .update()
              == 1;
      if (first) {
        var published = Overview.of(figures.all()).rows();
        events.publishEvent(new DailyTally(day, log.counts(day), published));
      }
    });
  }
}
