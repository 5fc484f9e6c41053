package candour.audit.log;

import candour.audit.merkle.SignedNote;
import candour.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The last checkpoint that was signed, in a file outside the database: so that a database restored
 * from a backup, or rewritten, is not signed as if nothing had happened.
 */
@Component
class KeptCheckpoint {

  private final Path folder;
  private final Path file;

  KeptCheckpoint(Home home) {
    this.folder = home.folder("log");
    this.file = folder.resolve("checkpoint");
  }

  /** Empty before the first signature. */
  Optional<SignedNote> read() {
    try {
      return Files.exists(file)
          ? Optional.of(SignedNote.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The last signed checkpoint cannot be read", e);
    }
  }

  /** On disk, whole, when this returns. */
  void write(SignedNote note) {
    var draft = folder.resolve("checkpoint.new");
    try {
      Files.writeString(draft, note.toString(), StandardCharsets.UTF_8);
      force(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The signed checkpoint cannot be kept", e);
    }
  }

  private static void force(Path path) throws IOException {
    var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (var channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
