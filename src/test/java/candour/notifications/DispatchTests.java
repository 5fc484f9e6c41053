package candour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Site;
import candour.support.Patience;
import candour.support.PortalTest;
import candour.support.Samples;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Mail leaves at least once, and none holds up another. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class DispatchTests {

  @Autowired Notifications notifications;
  @Autowired Outbox outbox;
  @Autowired Site site;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final List<String> arrived = new ArrayList<>();
  private final List<UUID> queued = new ArrayList<>();

  @Test
  void a_mail_that_cannot_be_opened_or_sent_holds_up_no_other(CapturedOutput out) {
    var unreadable = unreadable();
    var refused = written("refused@example.org");
    var good = written("good@example.org");
    Patience.until(() -> {
      for (var id : queued) {
        set("due_at = clock_timestamp()", id);
      }
      Acting.system().run(new Dispatch(outbox, mailServer(), site, transactions)::sendAll);
      return is("sent_at is not null and sealed is null", good);
    });
    assertThat(arrived).contains("good@example.org").doesNotContain("refused@example.org");
    for (var id : List.of(unreadable, refused)) {
      assertThat(is("sealed is not null and due_at > clock_timestamp()", id)).isTrue();
      assertThat(out).contains("Mail " + id + " could not be sent, attempt 1");
    }
    assertThat(out).doesNotContain("refused@example.org");
  }

  @Test
  void each_attempt_waits_longer_up_to_an_hour() {
    var mail = written("later@example.org");
    var minutes = List.of(1, 2, 4, 8, 16, 32, 60, 60);
    for (int attempts = 0; attempts < minutes.size(); attempts++) {
      var before = "due_at = '-infinity', attempts = " + attempts;
      var taken =
          samples.as(
              Acting.system(),
              () -> {
                set(before, mail);
                return outbox.take().orElseThrow();
              });
      assertThat(taken).isEqualTo(new Outbox.Taken(mail, attempts + 1));
      assertThat(waits(minutes.get(attempts), mail)).isTrue();
    }
  }

  @Test
  void who_runs_the_portal_is_alarmed_when_a_mail_has_waited_for_long(CapturedOutput out) {
    var mail = unreadable();
    set("attempts = 6, due_at = clock_timestamp()", mail);
    Patience.until(() -> out.getOut().contains("ALARM: Mail " + mail + " could not be sent"));
  }

  @AfterEach
  void take_away() {
    queued.forEach(id -> set("sealed = null, sent_at = clock_timestamp()", id));
  }

  /** Takes everything but what is for one address. */
  private JavaMailSenderImpl mailServer() {
    return new JavaMailSenderImpl() {
      @Override
      public void send(MimeMessage mail) {
        try {
          var to = mail.getRecipients(RecipientType.TO)[0].toString();
          if (to.startsWith("refused")) {
            throw new MailSendException("No such mailbox as " + to);
          }
          arrived.add(to);
        } catch (MessagingException e) {
          throw new MailSendException("Not a mail", e);
        }
      }
    };
  }

  private UUID written(String to) {
    var mail = new Mail("written", to, Locale.ENGLISH, Map.of("link", "http://localhost/"));
    return queued(() -> notifications.mail(mail));
  }

  private UUID unreadable() {
    return queued(() -> {
      var id = Identifiers.next();
      jdbc.sql("insert into notifications.mail (mail_id, template, sealed) values (:id, '', 'x')")
          .param("id", id)
          .update();
      return id;
    });
  }

  private UUID queued(Supplier<UUID> mail) {
    var id = samples.as(Acting.system(), mail);
    queued.add(id);
    return id;
  }

  private void set(String change, UUID id) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql("update notifications.mail set " + change + " where mail_id = :id")
                .param("id", id)
                .update());
  }

  private boolean waits(int minutes, UUID id) {
    var soon = "due_at - clock_timestamp() between interval '%d minutes' - interval '30 seconds'";
    return is((soon + " and interval '%1$d minutes'").formatted(minutes), id);
  }

  private boolean is(String state, UUID id) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select " + state + " from notifications.mail where mail_id = :id")
                .param("id", id)
                .query((row, _) -> row.getBoolean(1))
                .single());
  }
}
