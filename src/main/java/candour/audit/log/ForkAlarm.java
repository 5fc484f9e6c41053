package candour.audit.log;

import candour.audit.merkle.NotProven;
import candour.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Somebody outside has seen another log than this one. Until a person has explained it and removed
 * the file, nothing is placed or signed on any node of this home.
 */
@Component
class ForkAlarm {

  private static final Logger LOG = LoggerFactory.getLogger(ForkAlarm.class);

  private final Path file;

  @Autowired
  ForkAlarm(Home home, Lineage lineage) {
    this(home, lineage.files());
  }

  /** That of the log whose files are called so. */
  ForkAlarm(Home home, String files) {
    this.file = home.folder(files).resolve("stopped");
  }

  void raise(String words) {
    LOG.error(
        "ALARM: the decision log has stopped: {}. When this is explained, remove {}", words, file);
    try {
      if (Files.notExists(file)) {
        Files.writeString(file, Instant.now() + " " + words + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The alarm cannot be kept", e);
    }
  }

  /**
   * Does nothing unless there is an alarm.
   *
   * @throws NotProven with its words
   */
  void requireNone() {
    try {
      if (Files.exists(file)) {
        throw new NotProven(Files.readString(file).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The alarm cannot be read", e);
    }
  }
}
