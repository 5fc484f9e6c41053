package candour.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import candour.support.Superuser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters wait, are read by whoever prints them, and are posted once. */
@PortalTest
class LettersTests {

  @Autowired Notifications notifications;
  @Autowired Letters letters;
  @Autowired Samples samples;
  @Autowired Superuser superuser;

  @Test
  void that_a_letter_was_posted_is_in_the_history_of_its_case_once() {
    var reference = samples.generalCase();
    var letter = written(reference);
    var officer = samples.officer("Olwen Price", Role.CASEWORKER);
    assertThat(officer.acting().call(() -> letters.open(letter).words()).to())
        .containsExactly("B C", "Here");
    for (int i = 0; i < 2; i++) {
      officer.acting().run(() -> letters.posted(letter, officer.id(), letters.open(letter).mark()));
    }
    assertThat(officer.acting().call(letters::waiting))
        .extracting(Letters.Waiting::id)
        .doesNotContain(letter);
    assertThat(samples.logged(reference)).containsOnlyOnce("letter.posted");
  }

  @Test
  void a_letter_that_is_called_off_waits_no_longer_keeps_no_case_and_is_never_posted() {
    var reference = samples.generalCase();
    var letter = written(reference);
    superuser.undone(database -> {
      database.sql("set local session_replication_role = replica").update();
      change(database, "posted_at = now(), posted_by = case_id", "case_id", reference.value());
      change(database, "posted_at = null, posted_by = null", "letter_id", letter);
      change(database, "queued_at = '2000-01-01'", "letter_id", letter);
      assertThat(oldest(database)).containsExactly(letter);
      assertThat(keeps(database, reference)).isTrue();
      change(database, "called_off_at = now()", "letter_id", letter);
      assertThat(oldest(database)).doesNotContain(letter);
      assertThat(keeps(database, reference)).isFalse();
      assertThatThrownBy(
              () -> change(database, "posted_at = now(), posted_by = case_id", "letter_id", letter))
          .hasStackTraceContaining("letter_check");
      return letter;
    });
  }

  private static void change(JdbcClient database, String to, String column, UUID id) {
    database
        .sql("update notifications.letter set " + to + " where " + column + " = ?")
        .param(id)
        .update();
  }

  private static List<UUID> oldest(JdbcClient database) {
    return database
        .sql(Letters.WAITING)
        .param("page", 1)
        .query((row, _) -> row.getObject("letter_id", UUID.class))
        .list();
  }

  private static boolean keeps(JdbcClient database, CaseReference reference) {
    return database
        .sql("select notifications.letter_waits(?)")
        .param(reference.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private UUID written(CaseReference reference) {
    var letter =
        new Letter(
            reference.value(),
            new Letter.To.Address(List.of("B C", "Here")),
            "asked-for-you",
            Locale.ENGLISH,
            VALUES);
    return samples.as(Acting.system(), () -> notifications.post(letter));
  }

  private static final Map<String, String> VALUES =
      Map.of(
          "by", "Jo", "link", "http://localhost/asked-for-you", "address", "Here", "phone", "0300");
}
