package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.support.Races;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that everything else hangs on. */
class HomeTests {

  @TempDir Path folder;

  @Test
  void only_the_owner_reads_what_is_in_it() throws IOException {
    var home = new Home(folder.resolve("home"));
    home.secret("a");
    assertThat(mode("home")).isEqualTo("rwx------");
    assertThat(mode("home/secrets")).isEqualTo("rwx------");
    assertThat(mode("home/secrets/a")).isEqualTo("rw-------");
  }

  @Test
  void a_secret_stays_what_it_was() {
    var first = new Home(folder).secret("a", () -> "one");
    assertThat(new Home(folder).secret("a", () -> "another")).isEqualTo(first).isEqualTo("one");
  }

  /** Nodes share a home: were each to seal with a key of its own, all but one would be lost. */
  @Test
  void nodes_that_start_together_have_the_same_secret() throws Exception {
    int nodes = 16;
    var together = new CyclicBarrier(nodes);
    var secrets = Races.atOnce(nodes, () -> new Home(folder).secret("a", () -> waiting(together)));
    assertThat(secrets).hasSize(nodes).containsOnly(made());
    try (var files = Files.list(folder.resolve("secrets"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void one_portal_at_a_time_claims_it() throws IOException {
    var first = new Home(folder);
    first.claim();
    assertThatThrownBy(new Home(folder)::claim)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another portal");
    first.destroy();
    new Home(folder).claim();
  }

  /** Every node finds nothing before any has made anything. */
  private static String waiting(CyclicBarrier together) {
    try {
      together.await();
      return Identifiers.randomCode(40);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String made() throws IOException {
    return Files.readString(folder.resolve("secrets/a"));
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
