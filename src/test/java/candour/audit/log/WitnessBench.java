package candour.audit.log;

import candour.audit.log.WitnessBench.Asking;
import candour.audit.log.WitnessSettings.Configured;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosigningKey;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Fact;
import candour.platform.Identifiers;
import candour.support.Patience;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Portals that ask witnesses, each with settings of its own, over the one log. */
@TestComponent
class WitnessBench {

  record Determined(UUID caseId) implements Fact {
    @Override
    public String factClass() {
      return "determination.tested";
    }
  }

  @Autowired LogBench bench;
  @Autowired Succession succession;
  @Autowired Places places;
  @Autowired Signer signer;
  @Autowired Inspection inspection;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired ForkAlarm alarm;
  @Autowired Days days;
  @Autowired Samples samples;
  @Autowired ApplicationEventPublisher facts;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired WitnessDoor door;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  /** A new witness of the log, which then has entries. */
  WitnessAtHome invite(Path folder) throws IOException {
    awaitFirstRuns();
    bench.grow(3);
    return new WitnessAtHome(folder.resolve("w"), "witness.example", key.verifier().vkey());
  }

  /** The portal's own jobs run once at its start, and ask nobody. */
  private void awaitFirstRuns() {
    var runs =
        "select count(*) from platform.scheduled_tasks where last_success is not null"
            + " and task_name in ('log-sequencing', 'log-witnessing')";
    Patience.until(() -> bench.count(runs) == 2);
  }

  Asking asking(String quorum, Configured... configured) {
    return asking(Duration.ofHours(24), quorum, configured);
  }

  Asking asking(Duration patience, String quorum, Configured... configured) {
    return new Asking(new WitnessSettings(List.of(configured), quorum, patience));
  }

  /** The parts of a portal that asks these witnesses. */
  final class Asking {
    final Witnesses witnesses;
    final Cosignatures cosignatures;
    final Submission submission;
    final Sequencer sequencer;
    final WitnessPages pages;

    private Asking(WitnessSettings settings) {
      witnesses = new Witnesses(settings);
      cosignatures = new Cosignatures(pool, witnesses);
      var vouching = new Vouching(cosignatures, witnesses, days, facts, jdbc, transactions);
      submission = new Submission(witnesses, log, cosignatures, vouching, door, alarm, days);
      sequencer = new Sequencer(succession, places, signer, inspection, cosignatures, alarm);
      pages = new WitnessPages(witnesses, cosignatures, log, submission);
    }

    /** A determination's entry, placed and signed but asked of nobody yet. */
    UUID determined() {
      var caseId = Identifiers.unguessable();
      samples.as(
          Acting.system(),
          () -> {
            facts.publishEvent(new Determined(caseId));
            return true;
          });
      sequencer.run();
      return caseId;
    }
  }

  /** That witness as the settings name it. */
  static Configured of(WitnessAtHome witness, boolean byHand) {
    return new Configured(
        "Honest", witness.key().vkey(), byHand ? null : URI.create(witness.url()));
  }

  /** Some other witness at this address. */
  static Configured at(String url) {
    return new Configured(
        "Other",
        CosigningKey.generate("other.example", CosignatureScheme.ED25519).cosigner().vkey(),
        URI.create(url));
  }

  /** Whether an answer in this case may leave, as far as the log goes. */
  boolean vouchedFor(UUID caseId) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select audit.vouches_for(:case)")
                .param("case", caseId)
                .query((row, _) -> row.getBoolean(1))
                .single());
  }
}
