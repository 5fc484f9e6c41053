package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.log.WitnessSettings.Configured;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.CosignatureScheme;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.Hash;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.Tree;
import candour.audit.merkle.WitnessRequest;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Fact;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.Patience;
import candour.support.People;
import candour.support.Samples;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** A log and its witnesses, honest and otherwise. */
@LogTest
@ExtendWith(OutputCaptureExtension.class)
class WitnessingTests {

  record Determined(UUID caseId) implements Fact {
    @Override
    public String factClass() {
      return "determination.tested";
    }
  }

  @Autowired LogBench bench;
  @Autowired Places places;
  @Autowired Signer signer;
  @Autowired Inspection inspection;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired ForkAlarm alarm;
  @Autowired Home home;
  @Autowired Days days;
  @Autowired MovableClock time;
  @Autowired Samples samples;
  @Autowired People people;
  @Autowired ApplicationEventPublisher facts;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired WitnessDoor door;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  @TempDir Path folder;
  private WitnessAtHome witness;

  @BeforeEach
  void invite() throws Exception {
    awaitFirstRuns();
    bench.grow(3);
    witness = new WitnessAtHome(folder.resolve("w"), "witness.example", key.verifier().vkey());
  }

  /** The portal's own jobs run once at its start, and ask nobody. */
  private void awaitFirstRuns() {
    var runs =
        "select count(*) from platform.scheduled_tasks where last_success is not null"
            + " and task_name in ('log-sequencing', 'log-witnessing')";
    Patience.until(() -> bench.count(runs) == 2);
  }

  @AfterEach
  void leave() {
    witness.close();
    time.reset();
  }

  /** The parts of a portal that asks these witnesses. */
  private final class Asking {
    final Witnesses witnesses;
    final Cosignatures cosignatures;
    final Submission submission;
    final Sequencer sequencer;
    final WitnessPages pages;

    Asking(String quorum, Configured... configured) {
      this(Duration.ofHours(24), quorum, configured);
    }

    Asking(Duration patience, String quorum, Configured... configured) {
      witnesses = new Witnesses(new WitnessSettings(List.of(configured), quorum, patience));
      cosignatures = new Cosignatures(pool, witnesses);
      var vouching = new Vouching(cosignatures, witnesses, days, facts, jdbc, transactions);
      submission = new Submission(witnesses, log, cosignatures, vouching, door, alarm, days);
      sequencer = new Sequencer(places, signer, inspection, cosignatures, alarm);
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

  private Configured honest(boolean byHand) {
    return new Configured(
        "Honest", witness.key().vkey(), byHand ? null : URI.create(witness.url()));
  }

  private static Configured at(String url) {
    return new Configured(
        "Other",
        CosigningKey.generate("other.example", CosignatureScheme.ED25519).cosigner().vkey(),
        URI.create(url));
  }

  private boolean vouchedFor(UUID caseId) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select audit.vouches_for(:case)")
                .param("case", caseId)
                .query((row, _) -> row.getBoolean(1))
                .single());
  }

  @Test
  void an_answer_rests_on_what_enough_witnesses_have_cosigned() {
    var asking = new Asking("any", honest(false));
    var caseId = asking.determined();
    assertThat(vouchedFor(caseId)).isFalse();
    assertThat(log.required().note().lines()).hasSize(2);

    asking.submission.run();
    var note = log.required().note();
    assertThat(note.lines()).hasSize(3);
    assertThat(Checkpoint.open(note, key.verifier()).size()).isEqualTo(log.vouched());
    assertThat(key.second().verify(note).at()).isAfter(Instant.EPOCH);
    assertThat(witness.key().verify(note).at()).isAfter(Instant.EPOCH);
    assertThat(vouchedFor(caseId)).isTrue();

    var before = note;
    asking.submission.run();
    assertThat(log.required().note()).isEqualTo(before);
  }

  @Test
  void two_of_three_must_have_cosigned() throws IOException {
    try (var second =
        new WitnessAtHome(folder.resolve("w2"), "second.example", key.verifier().vkey())) {
      var two = new Configured("Second", second.key().vkey(), URI.create(second.url()));
      var down = at("http://localhost:1");
      var caseId = new Asking("2", honest(false), two, down).determined();
      new Asking("2", honest(false), new Configured("Second", two.vkey(), null), down)
          .submission.run();
      assertThat(vouchedFor(caseId)).isFalse();
      new Asking("2", honest(false), two, down).submission.run();
      assertThat(vouchedFor(caseId)).isTrue();
    }
  }

  @Test
  void a_witness_that_knows_more_than_the_log_remembers_is_asked_from_there() throws IOException {
    var asking = new Asking("any", honest(false));
    asking.determined();
    witness.cosign(log.request(0, log.required()).toString());
    var caseId = asking.determined();
    asking.submission.run();
    assertThat(vouchedFor(caseId)).isTrue();
  }

  @Test
  void after_a_day_answers_go_out_without_witnesses_and_the_log_says_so(CapturedOutput out) {
    var asking = new Asking("any", at("http://localhost:1"));
    var caseId = asking.determined();
    asking.submission.run();
    assertThat(vouchedFor(caseId)).isFalse();

    var missed = "select count(*) from audit.entry where class = 'log.witness-missed'";
    var before = bench.count(missed);
    var late = new Asking(Duration.ZERO, "any", at("http://localhost:1"));
    late.submission.run();
    assertThat(vouchedFor(caseId)).isTrue();
    assertThat(bench.count(missed)).isEqualTo(before + 1);
    assertThat(out).contains("ALARM: too few witnesses have cosigned");
    late.sequencer.run();
    late.submission.run();
    assertThat(bench.count(missed))
        .as("nobody waits for the exception itself")
        .isEqualTo(before + 1);
  }

  @Test
  void a_witness_that_fails_is_left_in_peace_for_a_while() throws IOException {
    var asked = new AtomicInteger();
    try (var broken = liar(_ -> "", 500, asked)) {
      var asking = new Asking("any", at(broken.url()));
      asking.determined();
      asking.submission.run();
      asking.submission.run();
      assertThat(asked).hasValue(1);
      time.set(Instant.now().plus(Duration.ofMinutes(16)));
      asking.submission.run();
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void lies_are_not_taken_in() throws IOException {
    var strange = CosigningKey.generate("other.example", CosignatureScheme.ED25519);
    List<UnaryOperator<String>> lies =
        List.of(
            _ -> "",
            _ -> "\n",
            _ -> "— nonsense\n",
            _ -> "x".repeat(70_000),
            _ -> strange.cosign(log.required().checkpoint(), Instant.now()).toString(),
            _ -> other(witness, Instant.now()),
            request -> request);
    for (var lie : lies) {
      try (var liar = liar(lie, 200, new AtomicInteger())) {
        var asking =
            new Asking("any", new Configured("Liar", witness.key().vkey(), URI.create(liar.url())));
        var caseId = asking.determined();
        asking.submission.run();
        assertThat(vouchedFor(caseId)).isFalse();
        assertThat(log.required().note().lines()).hasSize(2);
      }
    }
  }

  /** A cosignature of that witness over another checkpoint of this log than the newest. */
  private String other(WitnessAtHome witness, Instant now) {
    var checkpoint = new Checkpoint(key.verifier().name(), 1, Tree.of(List.of(new byte[1])).root());
    var request = new WitnessRequest(0, List.of(), key.sign(checkpoint, now));
    try {
      return SignedNote.parse(witness.cosign(request.toString())).lines().getLast().toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_witness_that_has_seen_more_than_there_is_stops_the_log(CapturedOutput out)
      throws IOException {
    stops(liar(_ -> "99999999\n", 409, new AtomicInteger()), out, "more than there are");
  }

  @Test
  void a_witness_that_has_seen_another_log_stops_it(CapturedOutput out) throws IOException {
    stops(liar(_ -> "no", 422, new AtomicInteger()), out, "has cosigned another log");
    stops(liar(_ -> "0\n", 409, new AtomicInteger()), out, "has cosigned another log");
  }

  private void stops(Liar liar, CapturedOutput out, String words) throws IOException {
    try (liar) {
      var asking = new Asking("any", at(liar.url()));
      asking.determined();
      asking.submission.run();
      var before = log.required().note();
      asking.determined();
      assertThat(log.required().note()).isEqualTo(before);
      assertThat(out).contains("ALARM: the decision log has stopped", words);
    } finally {
      Files.deleteIfExists(home.folder("log").resolve("stopped"));
      bench.run();
    }
  }

  @Test
  void a_witness_that_tells_another_size_each_time_is_given_up() throws IOException {
    var asked = new AtomicInteger();
    try (var liar = liar(_ -> "%d\n".formatted(asked.get() % 2 + 1), 409, asked)) {
      var asking = new Asking("any", at(liar.url()));
      asking.determined();
      asking.submission.run();
      assertThat(asked).hasValue(2);
      assertThat(home.folder("log").resolve("stopped")).doesNotExist();
    }
  }

  private record Liar(HttpServer server) implements AutoCloseable {

    String url() {
      return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static Liar liar(UnaryOperator<String> lie, int status, AtomicInteger asked)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.incrementAndGet();
            var request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var body = lie.apply(request).getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return new Liar(server);
  }

  @Test
  void a_clerk_carries_a_request_out_and_a_cosigned_checkpoint_in() throws IOException {
    var asking = new Asking("any", honest(true));
    var id = asking.witnesses.all().getFirst().id();
    for (var round = 0; round < 2; round++) {
      var caseId = asking.determined();
      asking.submission.run();
      assertThat(vouchedFor(caseId)).isFalse();
      var request = String.valueOf(asking.pages.request(id).getBody());
      assertThat(refusal(asking, request)).isEqualTo("witnesses.error.false");
      var own = log.required().note().toString();
      assertThat(refusal(asking, own)).isEqualTo("witnesses.error.nobody");
      var cosigned = witness.cosign(request);
      assertThat(refusal(asking, cosigned.replace("\n", "\r\n")))
          .isEqualTo("witnesses.error.false");
      var last = cosigned.length() - 10;
      var flipped = cosigned.charAt(last) == 'A' ? 'B' : 'A';
      assertThat(
              refusal(asking, cosigned.substring(0, last) + flipped + cosigned.substring(last + 1)))
          .isEqualTo("witnesses.error.false");
      assertThat(vouchedFor(caseId)).isFalse();
      assertThat(refusal(asking, cosigned)).isNull();
      assertThat(refusal(asking, cosigned)).isNull();
      assertThat(vouchedFor(caseId)).isTrue();
    }
  }

  @Test
  void files_of_other_logs_and_no_files_are_told_apart() throws IOException {
    var asking = new Asking("any", honest(true));
    asking.determined();
    var size = log.required().checkpoint().size();
    for (var other :
        List.of(
            new Checkpoint(key.verifier().name(), size, Hash.OF_NOTHING),
            new Checkpoint(key.verifier().name(), size + 100, Hash.OF_NOTHING),
            new Checkpoint("other.example/log", size, log.required().checkpoint().root()))) {
      assertThat(refusal(asking, key.sign(other, Instant.now()).toString()))
          .isEqualTo("witnesses.error.other");
    }
    assertThat(refusal(asking, "")).isEqualTo("witnesses.error.choose");
    assertThat(refusal(asking, "x".repeat(200_000))).isEqualTo("witnesses.error.false");
    assertThat(refusal(asking, "\uD83D\uDC69\0")).isEqualTo("witnesses.error.false");
  }

  private static @org.jspecify.annotations.Nullable String refusal(Asking asking, String file)
      throws IOException {
    var sent =
        new WitnessPages.CosignedCheckpoint(
            new MockMultipartFile("file", "cosigned.txt", "text/plain", file.getBytes(UTF_8)));
    BindingResult errors = new BeanPropertyBindingResult(sent, "cosignedCheckpoint");
    asking.pages.take(sent, errors);
    var error = errors.getFieldError("file");
    return error == null ? null : error.getCode();
  }

  @Test
  void administrators_see_the_witnesses_and_anybody_the_policy() {
    var administrator = people.signedIn(Role.ADMINISTRATOR);
    var page = administrator.get("/staff/witnesses");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("main").text()).contains("Clerk", "By file, carried by hand");
    var request = administrator.get("/staff/witnesses/da77ade7/request");
    assertThat(WitnessRequest.parse(request.text()).oldSize()).isZero();
    assertThat(administrator.get("/staff/witnesses/00000000/request").status()).isEqualTo(404);
    assertThat(administrator.get("/staff/witnesses?lang=cy").text()).contains("Tystion y log");
    assertThat(people.signedIn(Role.CASEWORKER).get("/staff/witnesses").status()).isEqualTo(403);
    assertThat(people.visitor().get("/log/policy").text())
        .contains("log " + key.verifier().vkey(), "log " + key.second().vkey(), "witness da77ade7")
        .endsWith("quorum none\n");
  }

  @Test
  void a_policy_file_has_its_quorum() {
    var policy = new Asking("2", honest(true), at("http://localhost:1")).witnesses;
    var ids = policy.all().get(0).id() + " " + policy.all().get(1).id();
    assertThat(policy.policy(key.verifier(), key.second()))
        .contains("group witnesses 2 " + ids + "\nquorum witnesses\n");
  }

  @Test
  void settings_that_make_no_sense_keep_the_portal_from_starting() {
    for (var quorum : List.of("3", "-1", "most", "")) {
      assertThatThrownBy(() -> new Asking(quorum, honest(true)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> new Asking("any", honest(true), honest(false)))
        .hasMessageContaining("share a key");
    assertThat(new Asking("any").witnesses.quorum()).isZero();
    assertThat(new Asking("all", honest(true)).witnesses.quorum()).isEqualTo(1);
  }

  @Test
  void the_database_itself_refuses_what_nobody_vouches_for() {
    var asking = new Asking("any", honest(true));
    asking.determined();
    var size = log.required().checkpoint().size();
    var sequencer = JdbcClient.create(pool);
    var columns = "insert into audit.vouched (size, basis, quorum, entry_id) values (" + size;
    for (var row :
        List.of(
            ", 'WITNESSES', 1, null)",
            ", 'WITNESSES', 0, null)",
            ", 'SIGNATURE', 1, null)",
            ", 'MISSED', 1, null)",
            ", 'MISSED', 1, (select entry_id from audit.leaf where leaf_index = 0))")) {
      assertThatThrownBy(() -> sequencer.sql(columns + row).update()).as(row).isNotNull();
    }
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(), () -> jdbc.sql(columns + ", 'SIGNATURE', 0, null)").update()))
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> sequencer.sql("delete from audit.vouched").update()).isNotNull();
    assertThat(log.vouched()).isLessThan(size);
  }
}
