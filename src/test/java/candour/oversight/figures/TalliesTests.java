package candour.oversight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.AuditLog;
import candour.platform.Acting;
import candour.platform.Days;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PortalTest
@RecordApplicationEvents
class TalliesTests {

  @Autowired Tallies tallies;
  @Autowired AuditLog log;
  @Autowired Samples samples;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock time;
  @Autowired ApplicationEvents events;

  @Test
  void each_day_that_is_over_is_tallied_once_with_its_counts_and_the_published_table() {
    samples.generalCase();
    var today = days.today();
    var logged = samples.as(Acting.system(), () -> log.counts(today));
    assertThat(logged).anyMatch(it -> it.matches("request\\.received,,[1-9][0-9]*"));
    time.set(Instant.now().plus(Duration.ofDays(2)));

    tallies.countDaysThatAreOver();
    tallies.countDaysThatAreOver();

    var told = events.stream(DailyTally.class).toList();
    assertThat(told)
        .extracting(DailyTally::day)
        .doesNotHaveDuplicates()
        .contains(today, today.plusDays(1));
    var tally = told.stream().filter(it -> it.day().equals(today)).findFirst().orElseThrow();
    assertThat(tally.counts()).isEqualTo(samples.as(Acting.system(), () -> log.counts(today)));
    assertThat(tally.published()).anyMatch(it -> it.startsWith("determined,ART_15_1_3,"));
    assertThat(opened()).anyMatch(it -> it.contains("\"day\":\"" + today + "\""));
  }

  private List<String> opened() {
    return samples.as(
        Acting.visitor(null),
        () ->
            jdbc.sql("select opening from audit.open_to_all")
                .query((row, _) -> row.getString(1))
                .list());
  }
}
