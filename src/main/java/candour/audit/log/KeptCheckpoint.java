package candour.audit.log;

import candour.audit.merkle.SignedNote;
import candour.audit.merkle.WholeFile;
import candour.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The last checkpoint that was signed, in a file outside the database: so that a database restored
 * from a backup, or rewritten, is not signed as if nothing had happened.
 */
@Component
class KeptCheckpoint {

  private final Path file;

  @Autowired
  KeptCheckpoint(Home home, Lineage lineage) {
    this(home, lineage.files());
  }

  /** That of the log whose files are called so. */
  KeptCheckpoint(Home home, String files) {
    this.file = home.folder(files).resolve("checkpoint");
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
    try {
      WholeFile.write(file, note.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The signed checkpoint cannot be kept", e);
    }
  }
}
