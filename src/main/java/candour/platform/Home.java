package candour.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder with keys and, unless one's own database is used, the data: {@code candour.home},
 * readable by nobody else.
 */
@Component
public class Home implements DisposableBean {

  private final Path path;
  private @Nullable FileChannel lockFile;

  Home(@Value("${candour.home:${user.home}/.candour}") Path path) {
    this.path = path.toAbsolutePath().normalize();
    folder("");
    folder("secrets");
  }

  public Path path() {
    return path;
  }

  /** A folder in this home, made if need be, with mode 0700. */
  public final Path folder(String name) {
    try {
      var folder = path.resolve(name);
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder " + path + " cannot be used; set candour.home to one that can", e);
    }
  }

  /** Whether a secret of that name was made. */
  public boolean keeps(String name) {
    return Files.exists(path.resolve("secrets").resolve(name));
  }

  /** A random password kept in this home. */
  public String secret(String name) {
    return secret(name, () -> Identifiers.randomCode(40));
  }

  /**
   * A secret kept in this home, made at first use: whole and safe from a power cut before anything
   * is sealed with it, and the same for everybody who asks for it first at the same moment.
   */
  public String secret(String name, Supplier<String> generated) {
    var file = path.resolve("secrets").resolve(name);
    try {
      if (Files.notExists(file)) {
        make(file, generated.get());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The secret " + file + " cannot be read or made", e);
    }
  }

  /** A link, unlike a move, leaves alone what another node has made meanwhile. */
  private static void make(Path file, String secret) throws IOException {
    var folder = Objects.requireNonNull(file.getParent());
    var draft = Files.createTempFile(folder, "draft", ".new");
    try (var out = FileChannel.open(draft, StandardOpenOption.WRITE);
        var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      out.write(StandardCharsets.UTF_8.encode(secret));
      out.force(true);
      Files.createLink(file, draft);
      entries.force(true);
    } catch (FileAlreadyExistsException another) {
      // theirs is read instead
    } finally {
      Files.delete(draft);
    }
  }

  /**
   * Claims this home for this process, which the embedded database needs: a second portal would
   * stop the first one's.
   */
  public void claim() {
    try {
      var channel =
          FileChannel.open(
              path.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        throw new IllegalStateException(
            "Another portal is running from "
                + path
                + ". Stop it first, or set candour.home to another folder.");
      }
      lockFile = channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void destroy() throws IOException {
    if (lockFile != null) {
      lockFile.close();
    }
  }
}
