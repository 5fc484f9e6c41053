package candour.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stopped at start is a server that an earlier run left behind, and nothing else. */
class EmbeddedDatabaseTests {

  @TempDir Path folder;

  @Test
  void a_server_of_another_folder_is_not_ours_to_stop() throws IOException {
    var program = Files.copy(Path.of("/usr/bin/tail"), folder.resolve("postgres"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var ours = Files.createFile(folder.resolve("ours"));
    var theirs = Files.createFile(folder.resolve("theirs"));
    var process = new ProcessBuilder(program.toString(), "-f", ours.toString()).start();
    try {
      assertThat(EmbeddedDatabase.serves(process.toHandle(), ours)).isTrue();
      assertThat(EmbeddedDatabase.serves(process.toHandle(), theirs)).isFalse();
      assertThat(EmbeddedDatabase.serves(ProcessHandle.current(), ours)).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }
}
