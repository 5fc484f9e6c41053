package candour.demo;

import candour.platform.Home;
import candour.platform.Identifiers;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Every mail that the demo's mail server was ever given, kept as files so that a restart loses
 * none.
 */
@Component
@Profile("demo")
class DemoMailbox {

  /** A mail as its reader sees it. */
  record Received(String to, String subject, String body, Instant at) {}

  private static final int SHOWN = 40;
  private static final String KEPT = ".eml";

  private final Path folder;

  DemoMailbox(GreenMail server, Home home) {
    this.folder = home.folder("demo-mailbox");
    var post = server.getUserManager();
    var delivery = post.getMessageDeliveryHandler();
    post.setMessageDeliveryHandler((mail, to) -> {
      keep(mail.getMessage());
      return delivery.handle(mail, to);
    });
  }

  /** The newest mails first. */
  List<Received> newest() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(KEPT))
          .sorted(Comparator.reverseOrder())
          .limit(SHOWN)
          .map(DemoMailbox::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kept before the sender hears that it has arrived. */
  private void keep(MimeMessage message) throws MessagingException {
    var name = System.currentTimeMillis() + "-" + Identifiers.next();
    var draft = folder.resolve(name + ".new");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        message.writeTo(out);
      }
      Files.move(draft, folder.resolve(name + KEPT), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MessagingException("A demo mail could not be kept", e);
    }
  }

  private static Received read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var message = new MimeMessage(Session.getInstance(new Properties()), in);
      return new Received(
          String.valueOf(message.getAllRecipients()[0]),
          message.getSubject(),
          String.valueOf(message.getContent()),
          Files.getLastModifiedTime(file).toInstant());
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("A demo mail could not be read", e);
    }
  }
}
