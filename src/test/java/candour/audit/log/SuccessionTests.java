package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.Portal;
import candour.audit.NightlyChecks;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Days;
import candour.platform.Home;
import candour.support.Browser;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The rehearsal: a database is lost and comes back from its backup, without what was signed since.
 * The log stops; whoever runs the portal lets it go on under another name; everybody can tell.
 */
@LogTest
@ExtendWith(OutputCaptureExtension.class)
class SuccessionTests {

  private static final String WHY =
      "The disks failed on 22 November 2026. The backup of the night before was restored.";

  @Autowired WitnessBench witnessing;
  @Autowired LogBench bench;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired Signer signer;
  @Autowired Places places;
  @Autowired Home home;
  @Autowired Days days;
  @Autowired Lineage lineage;
  @Autowired ApplicationEventPublisher facts;
  @Autowired PlatformTransactionManager transactions;
  @TempDir Path folder;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  @Test
  void a_restored_database_is_not_signed_until_a_log_goes_on_that_says_where_the_old_one_ended(
      CapturedOutput out) throws Exception {
    var oldKey = key.verifier().vkey();
    var next = lineage.origin() + "-2";
    try (var witness = witnessing.invite(folder)) {
      bench.happen(1);
      var kept = log.required();
      var keptFile = Files.writeString(folder.resolve("kept"), kept.note().toString());
      var backup = Backup.ofDatabase(home, pool, folder.resolve("restored"));
      bench.grow(4);
      var lost = log.required();
      var lostFile = Files.writeString(folder.resolve("lost"), lost.note().toString());
      backup.withRestOf(home);

      try (var portal = start(backup)) {
        portal.getBean(Sequencer.class).run();
        assertThat(portal.getBean(PublishedLog.class).required().note().text())
            .isEqualTo(kept.note().text());
        assertThat(out)
            .contains(
                "%d entries have been signed, but the database has only %d"
                    .formatted(lost.checkpoint().size(), kept.checkpoint().size()));
      }

      try (var portal =
          start(
              backup,
              "--candour.log.origin=" + next,
              "--candour.log.predecessors=" + lineage.origin(),
              "--candour.log.explanation=" + WHY)) {
        portal.getBean(Sequencer.class).run();
        assertThatTheLogGoesOn(portal, kept);
        var vkey = portal.getBean(LogKey.class).verifier().vkey();
        assertThatAWitnessCosigns(portal, witness, vkey);

        var browser = new Browser(portOf(portal));
        var export = folder.resolve("export.zip");
        Files.write(export, browser.get("/log/export.zip").response().body());
        var believed = verify(export, vkey, keptFile, oldKey);
        assertThat(believed.code()).as(believed.words()).isZero();
        assertThat(believed.words())
            .contains(
                "Entry %d says where a log ended and this goes on"
                    .formatted(kept.checkpoint().size()),
                WHY,
                "\"size\":" + lost.checkpoint().size(),
                lost.checkpoint().root().toString(),
                "The first %d entries are those of your older checkpoint"
                    .formatted(kept.checkpoint().size()));
        var gone = verify(export, vkey, lostFile, oldKey);
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.words()).containsAnyOf("the log has shrunk", "ended.");
        assertThat(browser.get("/log").text()).contains(WHY, next);
        assertThat(browser.get("/log?lang=cy").text()).contains(WHY, "Logiau a ddaeth i ben");
        assertThat(browser.get("/log/policy").text())
            .contains("log " + vkey, "# ended: " + lineage.origin(), "# log " + oldKey);
      }
    }
  }

  private static void assertThatTheLogGoesOn(
      ConfigurableApplicationContext portal, PublishedLog.Signed kept) {
    var log = portal.getBean(PublishedLog.class);
    var now = log.required().checkpoint();
    assertThat(now.origin()).isEqualTo(kept.checkpoint().origin() + "-2");
    assertThat(now.size())
        .as("the entry that waited, too")
        .isGreaterThan(kept.checkpoint().size() + 1);
    var first = new String(log.entry(kept.checkpoint().size()), StandardCharsets.UTF_8);
    assertThat(first).contains("\nclass log.succeeded\n");
    assertThat(portal.getBean(Inspection.class).run()).isEqualTo(now.size());
    assertThat(portal.getBean(Signer.class).confirmAll()).isEqualTo(now.size());
    var nightly = portal.getAutowireCapableBeanFactory().createBean(NightlyChecks.class);
    assertThatCode(nightly::testimony).doesNotThrowAnyException();
    portal.getBean(Sequencer.class).run();
    assertThat(log.successions()).as("said once").hasSize(1);
  }

  private void assertThatAWitnessCosigns(
      ConfigurableApplicationContext portal, WitnessAtHome witness, String vkey)
      throws IOException {
    var log = portal.getBean(PublishedLog.class);
    var request = log.request(0, log.required()).toString();
    assertThat(witness.cosign(request)).contains("does not know the log");
    var logs = folder.resolve("w/logs");
    Files.writeString(logs, Files.readString(logs) + vkey + "\n");
    var cosigned = SignedNote.parse(witness.cosign(request));
    assertThat(witness.key().verify(cosigned).at()).isNotNull();
  }

  @Test
  void a_log_that_lacks_nothing_does_not_go_on_under_another_name() {
    bench.grow(3);
    var before = bench.count("select count(*) from audit.entry");
    var vain = new Lineage(lineage.origin() + "-2", List.of(lineage.origin()), WHY);
    var keys = new LogKey(home, vain, new KeySettings(List.of(), Period.ofDays(90)), days);
    var succession = new Succession(vain, home, keys, signer, places, facts, transactions);
    assertThatThrownBy(succession::begin)
        .isInstanceOf(NotProven.class)
        .hasMessageContaining("need not end");
    assertThat(bench.count("select count(*) from audit.entry")).isEqualTo(before);
  }

  private static ConfigurableApplicationContext start(Backup backup, String... settings) {
    var all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--candour.home=" + backup.home(),
                "--candour.log.interval=1d",
                "--candour.oversight.interval=1d",
                "--spring.main.register-shutdown-hook=false"));
    all.addAll(List.of(settings));
    return new SpringApplicationBuilder(Portal.class).run(all.toArray(String[]::new));
  }

  private static int portOf(ConfigurableApplicationContext portal) {
    return portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static LogBench.Verdict verify(Path export, String vkey, Path since, String oldKey)
      throws Exception {
    return LogBench.verify(
        export.toString(), "--vkey", vkey, "--since", since.toString(), "--old-vkey", oldKey);
  }
}
