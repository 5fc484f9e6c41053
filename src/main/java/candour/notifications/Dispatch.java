package candour.notifications;

import candour.platform.Acting;
import candour.platform.Site;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox: at least once, one recipient a mail, later again where the mail
 * server is away.
 */
@Configuration(proxyBeanMethods = false)
class Dispatch {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

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
    while (Boolean.TRUE.equals(transaction.execute(_ -> sendNext()))) {
      // one mail a transaction
    }
  }

  private boolean sendNext() {
    var next = outbox.next();
    next.ifPresent(this::send);
    return next.isPresent();
  }

  private void send(Outbox.Waiting waiting) {
    try {
      var message = sender.createMimeMessage();
      var mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      mail.setFrom(site.sender());
      mail.setTo(waiting.mail().to().getFirst());
      mail.setSubject(waiting.mail().subject());
      mail.setText(waiting.mail().body());
      message.setHeader("Content-Language", waiting.mail().language());
      sender.send(message);
      outbox.sent(waiting.id(), String.valueOf(message.getMessageID()));
    } catch (MailException | MessagingException e) {
      var wait = Duration.ofSeconds(5L << Math.min(waiting.attempts(), 10));
      outbox.tryAgain(waiting.id(), wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
      LOG.warn(
          "Mail {} could not be sent, attempt {}: {}",
          waiting.id(),
          waiting.attempts() + 1,
          e.getClass().getName());
    }
  }
}
