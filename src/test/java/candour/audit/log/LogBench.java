package candour.audit.log;

import candour.platform.Acting;
import candour.platform.Fact;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Grows the log, forges it as the owner of the database can, and checks it as anybody can. */
@TestComponent
class LogBench {

  record Happened(@Nullable UUID caseId) implements Fact {
    @Override
    public String factClass() {
      return "test.happened";
    }
  }

  /** How the published verifier ended, and what it said. */
  record Verdict(int code, String words) {}

  private final ApplicationEventPublisher facts;
  private final Samples samples;
  private final Sequencer sequencer;
  private final JdbcClient owner;

  LogBench(
      ApplicationEventPublisher facts,
      Samples samples,
      Sequencer sequencer,
      Home home,
      @Qualifier("sequencerDataSource") HikariDataSource pool) {
    this.facts = facts;
    this.samples = samples;
    this.sequencer = sequencer;
    this.owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                pool.getJdbcUrl(), "candour_owner", home.secret("postgres-owner")));
  }

  /** Facts of one case, each in a transaction of its own; every third is rolled back. */
  UUID happen(int times) {
    var caseId = Identifiers.unguessable();
    for (var i = 0; i < times; i++) {
      attempt(caseId, i % 3 == 2);
    }
    return caseId;
  }

  private void attempt(UUID caseId, boolean inVain) {
    try {
      samples.as(
          Acting.system(),
          () -> {
            facts.publishEvent(new Happened(caseId));
            if (inVain) {
              throw new UnsupportedOperationException();
            }
            return true;
          });
    } catch (UnsupportedOperationException e) {
      // as meant
    }
  }

  /** Facts become places, and places a signature. */
  UUID grow(int facts) {
    var caseId = happen(facts);
    run();
    return caseId;
  }

  /** Runs until nothing waits, since the portal's own first run may be under way. */
  void run() {
    do {
      sequencer.run();
    } while (count("select count(*) from audit.unsequenced") > 0);
  }

  long count(String sql) {
    return owner.sql(sql).query(Long.class).single();
  }

  /** Does what no role of the portal can do. */
  void forge(String table, String change) {
    owner
        .sql(
            """
            alter table %1$s disable trigger user;
            alter table %1$s no force row level security;
            %2$s;
            alter table %1$s enable trigger user
            """
                .formatted(table, change))
        .update();
    if (table.equals("audit.entry")) {
      owner.sql("alter table audit.entry force row level security").update();
    }
  }

  static Verdict verify(Path... arguments) throws IOException, InterruptedException {
    return verify(List.of(arguments).stream().map(Path::toString).toArray(String[]::new));
  }

  static Verdict verify(String... arguments) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "src/main/resources/log/VerifyLog.java"));
    command.addAll(List.of(arguments));
    var words = Files.createTempFile("verify", ".txt");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Verdict(process.waitFor(), Files.readString(words));
  }
}
