package candour.response.erasure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.AuditLog;
import candour.audit.NightlyChecks;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Correspondence;
import candour.casework.Evidence;
import candour.casework.Extent;
import candour.casework.Purpose;
import candour.casework.Sought;
import candour.casework.SubjectAccessRequest;
import candour.casework.Urgencies;
import candour.casework.Urgency;
import candour.exemptions.Exemptions;
import candour.intake.PublicFile.Sound;
import candour.platform.Acting;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.records.Records;
import candour.records.ReviewDesk;
import candour.response.Answering;
import candour.response.Responses;
import candour.support.PortalTest;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A case that can be answered, and then erased, by officers of its own. */
@PortalTest
@Import(NightlyChecks.class)
abstract class CaseToErase {

  static final String REASON = "The person wrote to us on the third of May.";

  @Autowired Answering answering;
  @Autowired Erasures erasures;
  @Autowired Responses responses;
  @Autowired Correspondence correspondence;
  @Autowired Evidence evidence;
  @Autowired Casework casework;
  @Autowired Urgencies urgencies;
  @Autowired Exemptions exemptions;
  @Autowired Records records;
  @Autowired ReviewDesk desk;
  @Autowired Samples samples;
  @Autowired Seals seals;
  @Autowired AuditLog log;
  @Autowired NightlyChecks nightly;
  @Autowired JdbcClient jdbc;
  @Autowired Home home;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  Answering.Three by;
  Officer second;
  CaseReference reference;

  @BeforeEach
  void answer_a_case() {
    by = answering.officers();
    second = samples.officer("Nia Prys", Role.SENIOR);
    reference = samples.as(Acting.visitor(Identifiers.next()), this::asked);
    samples
        .holderOf(reference)
        .acting()
        .run(() ->
            evidence.add(reference, List.of(new Sound("Her card.png", "image/png", new byte[9]))));
    decide();
    samples.as(
        by.caseworker().acting(),
        () -> correspondence.tell(reference, by.caseworker(), "We look for your landing card."));
    by.caseworker()
        .acting()
        .run(() ->
            urgencies.change(
                reference, Urgency.Cause.REMOVAL, "next week", "She rang us.", by.caseworker()));
  }

  /** Withholds a record, after a determination on it has ended. */
  void decide() {
    var ended = answering.determined(reference, by, "Case notes", "Nothing secret");
    second
        .acting()
        .run(() -> exemptions.withdraw(reference, ended, second, "It is no longer needed."));
    var record = as(() -> records.reviewed(reference)).getFirst();
    desk.withhold(reference, record.id(), 1, "THIRD_PARTY", by.caseworker());
  }

  /** Two documents, and soon. */
  CaseReference asked() {
    var usual = Samples.request(samples.register(), Purpose.APPLICATION);
    var sought =
        new Sought(
            Extent.NAMED_DOCUMENTS,
            List.of("The decision letter", "The landing card"),
            Set.of(),
            "As old as they are.",
            "about 1962",
            "");
    return casework
        .open(
            new SubjectAccessRequest(
                usual.subjectId(),
                usual.requesterId(),
                usual.subjectName(),
                usual.purpose(),
                sought,
                new Urgency(Urgency.Cause.COURT_OR_APPEAL, "any day", "At Leicester."),
                usual.language(),
                usual.channel(),
                usual.declared()))
        .reference();
  }

  void answered() {
    answering.answered(reference, by);
  }

  void propose(Basis basis) {
    by.senior().acting().run(() -> erasures.propose(reference, basis, REASON, by.senior()));
  }

  void approve() {
    var id = requireNonNull(as(() -> erasures.of(reference)).proposed()).id();
    second.acting().run(() -> erasures.approve(reference, id, second));
  }

  void erase() {
    propose(Basis.REQUEST);
    approve();
  }

  void asSuperuser(Consumer<JdbcTemplate> work) {
    with(
        "postgres",
        "postgres-superuser",
        jdbc -> {
          jdbc.execute("set session_replication_role = replica");
          work.accept(jdbc);
        });
  }

  void with(String user, String secret, Consumer<JdbcTemplate> work) {
    var database =
        new SingleConnectionDataSource(pool.getJdbcUrl(), user, home.secret(secret), true);
    try {
      work.accept(new JdbcTemplate(database));
    } finally {
      database.destroy();
    }
  }

  <T> T as(Supplier<T> work) {
    return samples.as(by.senior().acting(), work);
  }

  static void refused(String rule, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.rule()).isEqualTo(rule));
  }
}
