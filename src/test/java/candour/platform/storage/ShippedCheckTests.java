package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a superuser of the database changes of what came with the portal, or of what it was set to,
 * is found by the name of the table.
 */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class ShippedCheckTests {

  @Autowired Samples samples;
  @Autowired Superuser superuser;
  @Autowired ControllerRow controller;
  @Autowired JdbcClient jdbc;

  @Autowired
  @Qualifier("shippedCheck")
  RecurringTask<Void> check;

  static Set<String> shipped() {
    return ShippedTables.SHIPPED.keySet();
  }

  /** A migration that changes what is shipped changes the file with it. */
  @Test
  void the_file_is_what_the_migrations_make() {
    var made = samples.as(Acting.system(), () -> ShippedTables.in(jdbc));
    assertThat(lines(ShippedTables.SHIPPED))
        .as("shipped-tables.txt has to be%n%s", lines(made))
        .isEqualTo(lines(made))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_row_that_is_gone_is_found(String table) {
    assertThat(
            changedBy(
                "delete from %1$s where ctid = (select max(ctid) from %1$s)".formatted(table)))
        .containsExactly(table);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_table_without_rows_is_found(String table) {
    assertThat(changedBy("delete from " + table)).containsExactly(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "casework.destroyed_class    | authority_en = 'Nobody'",
        "casework.record_system      | searched = false where system_id = 'PAPER_FILES'",
        "exemptions.exemption        | may_rely = 'ANY' where code = 'IMMIGRATION'",
        "exemptions.exemption        | in_force_to = '2030-01-01' where code = 'IMMIGRATION'",
        "exemptions.exemption        | articles = array_append(articles, '22') where code = 'LEGAL_PRIVILEGE'",
        "exemptions.required_field   | least = 2 where field = 'consent'",
        "ledger.agreement            | asker = 'NHS Digital'",
        "ledger.agreement_version    | in_force = '[2018-05-09,2019-11-09)' where not shown_at_once",
        "ledger.agreement_version    | shown_at_once = true",
        "platform.of_case            | belongs = 'false' where relation = 'casework.request'",
        "platform.of_case            | emptied = '{}' where relation = 'casework.request'",
        "platform.of_case            | position = default where position = 1"
      })
  void a_row_that_was_changed_is_found(String table, String change) {
    assertThat(changedBy("update %s set %s".formatted(table, change))).containsExactly(table);
  }

  /** Else a backup that is restored would raise the alarm, or a migration that failed once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "exemptions.exemption   | code = code where code = 'IMMIGRATION'",
        "platform.of_case       | position = default where position = (select max(position) from platform.of_case)"
      })
  void where_a_row_is_stored_and_how_it_is_numbered_do_not_count(String table, String change) {
    assertThat(changedBy("update %s set %s".formatted(table, change))).isEmpty();
  }

  @Test
  void a_table_that_only_one_of_the_two_knows_is_found() {
    assertThat(changedBy("comment on table platform.of_case is null"))
        .containsExactly("platform.of_case");
    assertThat(changedBy("call common.shipped('platform.throttle')"))
        .containsExactly("platform.throttle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'Another'",
        "secretary_of_state = not secretary_of_state",
        "health_professional = not health_professional",
        "bank_holiday_division = 'NORTHERN_IRELAND'",
        "guard_notice_days = guard_notice_days + 1",
        "retention_years = retention_years + 1"
      })
  void a_controller_that_is_not_the_one_of_the_settings_is_found(String change) {
    assertThat(samples.as(Acting.system(), () -> controller.stands(jdbc))).isTrue();
    assertThat(forged("update platform.controller set " + change, controller::stands)).isFalse();
  }

  @Test
  void the_job_raises_the_alarm(CapturedOutput log) {
    run();
    assertThat(log).doesNotContain("ALARM: exemptions").doesNotContain("ALARM: platform");
    forge("ANY");
    try {
      run();
    } finally {
      forge("SECRETARY_OF_STATE");
    }
    assertThat(log)
        .contains("ALARM: exemptions.exemption is not as it was shipped")
        .contains("ALARM: platform.controller is not what the settings");
  }

  /** What is done with the one of the two words is undone with the other. */
  private void forge(String mayRely) {
    superuser.done(
        "update exemptions.exemption set may_rely = '%s' where code = 'IMMIGRATION'"
            .formatted(mayRely));
    superuser.done("update platform.controller set health_professional = not health_professional");
  }

  private void run() {
    check.executeRecurringly(
        new TaskInstance<>("shipped-check", "recurring"), Mockito.mock(ExecutionContext.class));
  }

  private List<String> changedBy(String forgery) {
    return forged(forgery, database -> ShippedTables.changed(database).toList());
  }

  /** What is found after a superuser has done that, with triggers and foreign keys switched off. */
  private <T> T forged(String forgery, Function<JdbcClient, T> found) {
    return superuser.undone(database -> {
      database.sql("set local session_replication_role = replica").update();
      database.sql(forgery).update();
      return found.apply(database);
    });
  }

  /** The lines of a file. */
  private static String lines(Map<String, String> digests) {
    return new TreeMap<>(digests)
        .entrySet().stream()
            .map(table -> table.getKey() + " " + table.getValue())
            .collect(Collectors.joining("\n"));
  }
}
