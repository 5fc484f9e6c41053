package candour.demo;

import candour.platform.Home;
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
import java.time.Instant;
import java.util.ArrayList;
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

  private final GreenMail server;
  private final Path folder;

  DemoMailbox(GreenMail server, Home home) {
    this.server = server;
    this.folder = home.folder("demo-mailbox");
  }

  /** The newest mails first. */
  synchronized List<Received> newest() {
    keepNew();
    try (var files = Files.list(folder)) {
      return files.sorted(Comparator.reverseOrder()).limit(SHOWN).map(DemoMailbox::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepNew() {
    var messages = new ArrayList<MimeMessage>(List.of(server.getReceivedMessages()));
    for (int i = 0; i < messages.size(); i++) {
      keep(messages.get(i), i);
    }
    if (!messages.isEmpty()) {
      forget();
    }
  }

  private void keep(MimeMessage message, int order) {
    var file = folder.resolve("%d-%04d.eml".formatted(System.currentTimeMillis(), order));
    try (OutputStream out = Files.newOutputStream(file)) {
      message.writeTo(out);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("A demo mail could not be kept", e);
    }
  }

  private void forget() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
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
