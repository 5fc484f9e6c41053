package candour.notifications;

import candour.platform.Acting;
import candour.platform.Site;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox: at least once, one recipient a mail. A mail that cannot be sent
 * waits on its own, longer each time, and holds up no other.
 */
@Configuration(proxyBeanMethods = false)
class Dispatch {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  /** By then a mail has waited for about an hour. */
  private static final int ALARMING = 7;

  private final Outbox outbox;
  private final JavaMailSender sender;
  private final Site site;
  private final TransactionTemplate transaction;

  Dispatch(
      Outbox outbox, JavaMailSender sender, Site site, PlatformTransactionManager transactions) {
    this.outbox = outbox;
    this.sender = sender;
    this.site = site;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Bean
  RecurringTask<Void> mailDispatch() {
    return Tasks.recurring("mail-dispatch", FixedDelay.ofSeconds(1))
        .execute((_, _) -> Acting.system().run(this::sendAll));
  }

  void sendAll() {
    var next = inTransaction(outbox::take);
    while (next.isPresent()) {
      attempt(next.get());
      next = inTransaction(outbox::take);
    }
  }

  private void attempt(Outbox.Taken taken) {
    try {
      var messageId = send(inTransaction(() -> outbox.words(taken.id())));
      transaction.executeWithoutResult(_ -> outbox.sent(taken.id(), messageId));
    } catch (RuntimeException | MessagingException e) {
      var words = "Mail {} could not be sent, attempt {}: {}";
      var fault = e.getClass().getName();
      if (taken.attempt() < ALARMING) {
        LOG.warn(words, taken.id(), taken.attempt(), fault);
      } else {
        LOG.error("ALARM: " + words, taken.id(), taken.attempt(), fault);
      }
    }
  }

  /** No transaction is open meanwhile: a mail server may take its time. */
  private String send(Rendered words) throws MessagingException {
    var message = sender.createMimeMessage();
    var mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    mail.setFrom(site.sender());
    mail.setTo(words.to().getFirst());
    mail.setSubject(words.subject());
    mail.setText(words.body());
    message.setHeader("Content-Language", words.language());
    sender.send(message);
    return String.valueOf(message.getMessageID());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }
}
