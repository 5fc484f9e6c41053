package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.log.ArchiveFolder.Stored;
import candour.platform.Days;
import candour.platform.OwnHome;
import candour.support.Browser;
import candour.support.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The log as files, in volumes of 256 entries, which is enough to see what a night writes. */
@LogTest
@ExtendWith(OutputCaptureExtension.class)
class ArchiveTests {

  private static final Volumes OF_256 = new Volumes(0);

  @LocalServerPort int port;
  @Autowired LogBench bench;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired Lineage lineage;
  @Autowired Archive portals;
  @TempDir Path folder;

  /** The archive's own, so that nothing in the log is dated before its time. */
  private final MovableClock clock = new MovableClock();

  private final Days days = OwnHome.days(clock);
  private Archive archive;

  @BeforeEach
  void growToTwoVolumes() throws IOException {
    bench.grow(800); // a third of which never happens
    archive = in(folder, 2);
  }

  private Archive in(Path folder, int nights) {
    return new Archive(OwnHome.in(folder), lineage, log, key, days, nights, OF_256);
  }

  @Test
  void a_night_and_its_volumes_are_believed_by_the_published_verifier() throws Exception {
    archive.run();
    assertThat(archive.folder().volumes()).hasSizeGreaterThanOrEqualTo(2);
    var verdict = verify(archive.folder().nights().getFirst());
    assertThat(verdict.code()).as(verdict.words()).isZero();
    assertThat(verdict.words())
        .contains("%d entries".formatted(log.required().checkpoint().size()));

    Files.delete(archive.folder().volumes().getFirst().path());
    assertThat(verify(archive.folder().nights().getFirst()).words())
        .contains("the export has no file tile/entries/000");
  }

  private LogBench.Verdict verify(Stored night) throws Exception {
    var files = new ArrayList<>(List.of(night.path()));
    archive.folder().volumes().forEach(volume -> files.add(volume.path()));
    return LogBench.verify(files.toArray(Path[]::new));
  }

  @Test
  void a_later_night_writes_no_volume_again_and_only_so_many_nights_are_kept() throws Exception {
    archive.run();
    var first = archive.folder().volumes();
    var size = log.required().checkpoint().size();
    var full = Files.readAllBytes(first.getFirst().path());
    Files.writeString(first.getFirst().path(), "as it was");
    for (var night = 0; night < 3; night++) {
      clock.set(clock.instant().plus(Duration.ofDays(1)));
      bench.grow(300);
      archive.run();
    }
    assertThat(Files.readString(first.getFirst().path())).isEqualTo("as it was");
    Files.write(first.getFirst().path(), full);
    assertThat(archive.folder().volumes()).hasSizeGreaterThan(first.size());
    assertThat(archive.folder().nights())
        .extracting(Stored::name)
        .containsExactly(days.today() + ".zip", days.today().minusDays(1) + ".zip");
    assertThat(log.required().checkpoint().size()).isGreaterThan(size);
    for (var night : archive.folder().nights()) {
      var verdict = verify(night);
      assertThat(verdict.code()).as(verdict.words()).isZero();
    }
  }

  @Test
  void what_a_crash_left_half_written_is_written_again_and_what_was_whole_stays() throws Exception {
    archive.run();
    var left = archive.folder().volumes();
    Files.delete(left.getLast().path());
    Files.delete(archive.folder().nights().getFirst().path());
    var half = Files.writeString(folder.resolve("log/archive/volume-001.zip123.new"), "PK");
    var kept = Files.getLastModifiedTime(left.getFirst().path());
    archive.run();
    assertThat(half).doesNotExist();
    assertThat(archive.folder().volumes()).extracting(Stored::name).hasSameSizeAs(left);
    assertThat(Files.getLastModifiedTime(left.getFirst().path())).isEqualTo(kept);
    assertThat(verify(archive.folder().nights().getFirst()).code()).isZero();
  }

  @Test
  void a_log_that_has_forgotten_what_was_archived_is_not_archived_over_it(CapturedOutput out)
      throws IOException {
    archive.run();
    var night = archive.folder().nights().getFirst();
    var forgotten = log.ofSize(log.required().checkpoint().size()).orElseThrow();
    bench.grow(5);
    var ahead = in(folder.resolve("ahead"), 2);
    ahead.run();
    Files.copy(
        ahead.folder().nights().getFirst().path(), night.path().resolveSibling("1999-12-31.zip"));
    Files.delete(night.path());
    archive.write(forgotten);
    assertThat(archive.folder().nights())
        .extracting(Stored::name)
        .containsExactly("1999-12-31.zip");
    assertThat(out)
        .contains(
            "ALARM: the decision log is not what was archived",
            "but there are only " + forgotten.checkpoint().size());
  }

  @Test
  void anyone_sees_what_is_archived_and_fetches_it_once() {
    portals.run();
    var night = portals.folder().nights().getFirst();
    var browser = new Browser(port);
    assertThat(browser.get("/log/archive").heading()).isEqualTo("The archive of the decision log");
    assertThat(browser.page().text()).contains("/log/archive/" + night.name());
    assertThat(browser.get("/log/archive?lang=cy").heading())
        .isEqualTo("Archif y log penderfyniadau");
    var file = browser.get("/log/archive/" + night.name());
    assertThat(file.header("Content-Type")).isEqualTo("application/zip");
    assertThat(file.response().headers().allValues("Cache-Control"))
        .containsExactly("max-age=31536000, public, immutable");
    assertThat(file.response().body()).hasSize((int) night.bytes());
    for (var name : List.of("1999-01-01.zip", "volume-999.zip", "..%2Fcheckpoint", "x")) {
      assertThat(browser.get("/log/archive/" + name).status()).as(name).isBetween(400, 404);
    }
  }
}
