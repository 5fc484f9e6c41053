package candour.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.NightlyChecks;
import candour.audit.merkle.NotProven;
import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.exemptions.Exemptions;
import candour.exemptions.Item;
import candour.exemptions.Proposal;
import candour.exemptions.SampleProposal;
import candour.exemptions.Telling;
import candour.platform.Home;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.MovableClock;
import candour.support.Samples;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a superuser of the database does, with triggers, constraints and row-level security switched
 * off, is found by the nightly checks, by the name of the first bad entry or row.
 */
@LogTest
@TestInstance(Lifecycle.PER_CLASS)
class ForgeryTests {

  private static final Pattern TABLE =
      Pattern.compile("(?:update|delete from|insert into) ([a-z_]+\\.[a-z_]+)");

  @Autowired LogBench bench;
  @Autowired Inspection inspection;
  @Autowired NightlyChecks nightly;
  @Autowired Samples samples;
  @Autowired Exemptions exemptions;
  @Autowired Correspondence correspondence;
  @Autowired Home home;
  @Autowired MovableClock time;

  @Autowired
  @Qualifier("sequencerDataSource")
  HikariDataSource pool;

  private CaseReference reference = new CaseReference(Identifiers.unguessable());
  private Proposal proposal = new SampleProposal().build();

  /** A log of more than one tile, and a case in which something was asked and decided. */
  @BeforeAll
  void tell_a_story() {
    bench.grow(400);
    var proposer = samples.officer("Proposer", Role.CASEWORKER);
    var senior = samples.officer("Senior", Role.SENIOR);
    reference = samples.generalCase();
    samples.as(
        proposer.acting(),
        () ->
            correspondence.ask(
                reference, proposer, "Which of your two files do you mean?", "Two files match."));
    propose(proposer);
    senior
        .acting()
        .run(() ->
            exemptions.approve(
                reference,
                proposal.id(),
                senior,
                SampleProposal.approval("I read the page.", new Telling.Told())));
    bench.run();
  }

  private void propose(Officer proposer) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item =
        new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Case notes, page 2");
    sample.proposedBy = proposer.id();
    sample.decidedOn = LocalDate.now(time.getZone());
    proposal = sample.build();
    samples.as(
        proposer.acting(),
        () -> {
          exemptions.offer(reference, List.of(sample.item));
          exemptions.propose(proposal, proposer);
          return true;
        });
  }

  @Test
  void nothing_is_found_where_nothing_was_forged() {
    assertThat(found()).isEqualTo("nothing");
    assertThat(nightly.testimony()).isGreaterThan(10);
    assertThat(inspection.run()).isGreaterThan(267);
  }

  @ParameterizedTest
  @EnumSource
  void every_forgery_is_found_by_the_name_of_the_first_bad_entry(Forgery forgery) {
    var size = bench.count("select max(size) from audit.checkpoint");
    var tables = tables(forgery);
    asSuperuser(it -> {
      tables.forEach(table ->
          it.execute("create temp table %s as select * from %s".formatted(copy(table), table)));
      forgery.statements().forEach(statement -> it.execute(filled(statement, size)));
      try {
        assertThat(found()).contains(filled(forgery.found(), size));
      } finally {
        for (var table : tables) {
          it.execute("delete from " + table);
          it.execute(
              "insert into %1$s (%3$s) select %3$s from %2$s"
                  .formatted(table, copy(table), columns(it, table)));
        }
      }
    });
    assertThat(found()).isEqualTo("nothing");
  }

  private static List<String> tables(Forgery forgery) {
    return forgery.statements().stream()
        .flatMap(it -> TABLE.matcher(it).results())
        .map(it -> it.group(1))
        .distinct()
        .collect(Collectors.toList());
  }

  /** All but what the database works out by itself. */
  private static String columns(JdbcTemplate jdbc, String table) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            select string_agg(quote_ident(attname), ', ') from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            """,
            String.class,
            table));
  }

  private static String copy(String table) {
    return table.replace('.', '_');
  }

  /** The narrowest tile of the second level is as wide as the log was when it grew one. */
  private String filled(String words, long size) {
    var upper = bench.count("select min(width) from audit.tile where level = 1 and tile_index = 0");
    return words
        .replace(":upper", "" + upper)
        .replace(":case", reference.value().toString())
        .replace(":proposal", proposal.id().value().toString())
        .replace(":size", "" + size);
  }

  /** What the two nightly checks say, or {@code nothing}. */
  private String found() {
    var found = found(inspection::run) + found(nightly::testimony);
    return found.isEmpty() ? "nothing" : found;
  }

  private static String found(Runnable check) {
    try {
      check.run();
      return "";
    } catch (NotProven e) {
      return e.getMessage() + "\n";
    }
  }

  private void asSuperuser(Consumer<JdbcTemplate> work) {
    var database =
        new SingleConnectionDataSource(
            pool.getJdbcUrl(), "postgres", home.secret("postgres-superuser"), true);
    try {
      var jdbc = new JdbcTemplate(database);
      jdbc.execute("set session_replication_role = replica");
      work.accept(jdbc);
    } finally {
      database.destroy();
    }
  }
}
