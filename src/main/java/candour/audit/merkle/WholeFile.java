package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * What a log or a witness must not forget, in files that are on disk, and whole, once they are
 * written: the old content or the new.
 */
public final class WholeFile {

  /** What the name of a file ends in that is not whole yet, or never will be after a crash. */
  public static final String DRAFT = ".new";

  private WholeFile() {}

  /** Writes the content of a file, and leaves the stream open. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  public static void write(Path file, String content) throws IOException {
    write(file, out -> out.write(content.getBytes(UTF_8)));
  }

  /** Writes for the owner's eyes only (mode 0600). */
  public static void write(Path file, Content content) throws IOException {
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    var draft =
        Files.createTempFile(
            folder,
            file.getFileName().toString(),
            DRAFT,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newOutputStream(draft)) {
      content.writeTo(out);
    }
    force(draft, StandardOpenOption.WRITE);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    force(folder, StandardOpenOption.READ);
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (var channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
