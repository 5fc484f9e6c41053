package candour.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The latest checkpoint of each log that was cosigned, in a file of lines {@code size root origin}:
 * all that a witness must never forget. Nothing is read or kept but under {@link #alone}.
 */
final class LastSeen {

  private final Path file;
  private final Path lock;

  LastSeen(Path folder) {
    this.file = folder.resolve("state");
    this.lock = folder.resolve("lock");
  }

  /** Begins without having seen any log. */
  void begin() throws IOException {
    WholeFile.write(file, "");
  }

  /** Does the work while no other thread, and no other program of this witness, does any. */
  synchronized <T> T alone(Supplier<T> work) {
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException("The lock is gone");
      }
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last cosigned checkpoint of that log; the one without entries if there is none. */
  Checkpoint of(String origin) {
    return read().getOrDefault(origin, new Checkpoint(origin, 0, Hash.OF_NOTHING));
  }

  /** On disk when this returns. */
  void keep(Checkpoint checkpoint) {
    var seen = read();
    if (checkpoint.equals(seen.put(checkpoint.origin(), checkpoint))) {
      return;
    }
    try {
      WholeFile.write(
          file,
          seen.values().stream()
              .map(each -> each.size() + " " + each.root() + " " + each.origin() + "\n")
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Checkpoint> read() {
    Map<String, Checkpoint> seen = new TreeMap<>();
    try {
      for (var line : Files.readString(file, UTF_8).lines().toList()) {
        var words = line.split(" ", -1);
        seen.put(
            words[2], Checkpoint.parse("%s\n%s\n%s\n".formatted(words[2], words[0], words[1])));
      }
      return seen;
    } catch (IOException | RuntimeException e) {
      throw new Unusable(
          "The file "
              + file
              + " is missing or damaged. Without it the witness no longer knows what it has cosigned."
              + " Restore its newest copy; never begin anew with the same key.",
          e);
    }
  }
}
