package candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.audit.RunningRoot;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Verification;
import candour.ledger.Candidate.Basis;
import candour.ledger.Candidate.Certainty;
import candour.ledger.Reception.Refused;
import candour.ledger.Reception.Taken;
import candour.ledger.Reception.TakenBefore;
import candour.ledger.entries.Column;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class LedgerTests {

  private static final String AT_ONCE =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,OVERSTAYED,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
          + "LAST_ADDRESS,2017-06-01,2017-06-20,";
  private static final String TO_CLEAR =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,PUBLIC_SECURITY_RISK,yes,,REJECTED,,"
          + "NOT_COUNTERSIGNED,,2018-06-01,,";
  private static final String OUTSIDE =
      "HOME_OFFICE,NHS Digital,,HO_NHSD_MOU_2017,OVERSTAYED,yes,,WITHDRAWN,,,,2018-06-02,,";

  @Autowired Ledger ledger;
  @Autowired Identity identity;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  private Officer officer;

  @BeforeEach
  void sign_in() {
    officer = samples.officer("Disclosures officer", Officer.Role.DISCLOSURES);
  }

  @Test
  void an_entry_matched_with_certainty_under_an_open_agreement_is_seen_at_once() {
    var name = aName();
    var person = confirmed(name);
    taken(AT_ONCE + name.toUpperCase(Locale.ROOT) + ",1956-03-04", TO_CLEAR + name + ",4/3/1956");
    assertThat(seenBy(person))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it.items()).containsExactly(DataItem.LAST_ADDRESS));
    assertThat(candidates(person))
        .extracting(Candidate::certainty, Candidate::shown)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Certainty.CERTAIN, false),
            org.assertj.core.groups.Tuple.tuple(Certainty.CERTAIN, true));
    assertThat(factsAbout("disclosure.shown")).isPositive();
  }

  @Test
  void entries_that_came_first_are_matched_when_identity_is_accepted_and_not_before() {
    var name = aName();
    taken(AT_ONCE + name + ",1956-03-04");
    var person = register(name);
    asOfficer(() -> ledger.matchKnown(person));
    assertThat(seenBy(person)).isEmpty();
    assertThat(candidates(person))
        .extracting(Candidate::basis)
        .containsExactly(Basis.FULL_NAME_AND_BIRTH_UNSETTLED);
    confirm(person, true);
    asOfficer(() -> ledger.matchKnown(person));
    asOfficer(() -> ledger.matchKnown(person));
    assertThat(seenBy(person)).hasSize(1);
  }

  @Test
  void an_identity_rejected_after_all_counts_for_nothing() {
    var name = aName();
    var person = confirmed(name);
    confirm(person, false);
    taken(AT_ONCE + name + ",1956-03-04");
    assertThat(seenBy(person)).isEmpty();
  }

  @Test
  void nobody_is_certain_where_two_fit() {
    var name = aName();
    var one = confirmed(name);
    var other = confirmed(name);
    taken(AT_ONCE + name + ",1956-03-04");
    for (var person : List.of(one, other)) {
      assertThat(seenBy(person)).isEmpty();
      assertThat(candidates(person))
          .extracting(Candidate::certainty)
          .containsExactly(Certainty.PROBABLE);
      clear(only(person), person);
      assertThat(seenBy(person)).hasSize(1);
    }
  }

  @Test
  void less_than_name_and_whole_birth_waits_for_an_officer() {
    var name = aName();
    var person = confirmed(name);
    taken(
        AT_ONCE + name + ",1956",
        AT_ONCE + name + ",",
        AT_ONCE + name + ",1957-03-04",
        OUTSIDE + name + ",1956-03-04");
    assertThat(seenBy(person)).isEmpty();
    assertThat(candidates(person))
        .extracting(Candidate::basis)
        .containsExactlyInAnyOrder(
            Basis.FULL_NAME_AND_PART_OF_BIRTH, Basis.FULL_NAME, Basis.FULL_NAME_AND_BIRTH);
  }

  @Test
  void clearing_shows_an_entry_once_and_only_a_candidate_of_somebody_confirmed() {
    var name = aName();
    var person = confirmed(name);
    taken(TO_CLEAR + name + ",1956-03-04");
    var entry = only(person);
    var stranger = confirmed(aName());
    assertThatThrownBy(() -> clear(entry, stranger)).hasMessage("not-a-candidate");
    var unconfirmed = register(name);
    assertThatThrownBy(() -> clear(entry, unconfirmed)).hasMessage("identity-not-accepted");
    var before = factsAbout("disclosure.shown");
    clear(entry, person);
    clear(entry, person);
    assertThat(seenBy(person)).extracting(Disclosure::id).containsExactly(entry);
    assertThat(factsAbout("disclosure.shown")).isEqualTo(before + 1);
  }

  @Test
  void a_requester_sees_only_what_is_shown_to_them() {
    var name = aName();
    var person = confirmed(name);
    var other = confirmed(aName());
    taken(AT_ONCE + name + ",1956-03-04", TO_CLEAR + name + ",1956-03-04");
    var requester = new Acting(Acting.Role.REQUESTER, person, Identifiers.unguessable());
    assertThat(samples.as(requester, () -> ledger.shownTo(person))).hasSize(1);
    assertThat(samples.as(requester, () -> ledger.shownTo(other))).isEmpty();
    assertThat(samples.as(requester, () -> count("ledger.disclosure"))).isEqualTo(1);
    assertThat(samples.as(requester, () -> count("ledger.shown"))).isEqualTo(1);
    assertThat(samples.as(requester, () -> count("ledger.match"))).isZero();
    assertThat(samples.as(Acting.visitor(null), () -> count("ledger.disclosure"))).isZero();
  }

  @Test
  void an_irregular_entry_is_kept_and_flagged() {
    var batch =
        taken(
            AT_ONCE + aName() + ",",
            OUTSIDE + aName() + ",",
            "POLICE,A hospital,,,MISSING,no,,WITHDRAWN,,,,2020-01-01,,A B,");
    assertThat(number("select flagged_count from ledger.batch where batch_id = ?", batch))
        .isEqualTo(2);
    assertThat(
            number(
                "select count(*) from ledger.disclosure where batch_id = ? and out_of_agreement",
                batch))
        .isEqualTo(2);
  }

  @Test
  void the_batch_commits_to_its_rows_as_they_are_stored() {
    var batch =
        taken(AT_ONCE + "Siân O’Neill,1956", TO_CLEAR + "=1+1 \"\"x\"\",".replace("\"\"", ""));
    var stored =
        samples.as(
            officer.acting(),
            () ->
                jdbc.sql("select * from ledger.disclosure where batch_id = ? order by row_no")
                    .param(batch)
                    .query()
                    .listOfRows());
    var root = new RunningRoot();
    stored.forEach(row -> root.add(canonical(row)));
    assertThat(
            samples.as(
                officer.acting(),
                () ->
                    jdbc.sql("select root from ledger.batch where batch_id = ?")
                        .param(batch)
                        .query(byte[].class)
                        .single()))
        .isEqualTo(root.root());
  }

  @Test
  void a_file_is_taken_once_even_by_many_at_a_time() throws Exception {
    var file = file(AT_ONCE + aName() + ",");
    try (var pool = Executors.newFixedThreadPool(8)) {
      var receptions =
          pool.invokeAll(Collections.nCopies(8, () -> receive(file))).stream()
              .map(it -> it.resultNow())
              .toList();
      assertThat(receptions).filteredOn(Taken.class::isInstance).hasSize(1);
      assertThat(receptions).filteredOn(TakenBefore.class::isInstance).hasSize(7);
    }
  }

  @Test
  void a_file_with_one_bad_row_leaves_nothing_behind() {
    var before = samples.as(officer.acting(), () -> count("ledger.disclosure"));
    var reception = receive(file(AT_ONCE + aName() + ",", AT_ONCE + ","));
    assertThat(reception)
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems()).extracting(FileProblem::line).containsExactly(3L));
    assertThat(samples.as(officer.acting(), () -> count("ledger.disclosure"))).isEqualTo(before);
  }

  /** The file is made up while it is read, so that only the reader could hold it all. */
  @Test
  void a_hundred_thousand_rows_stream_through() {
    var batch = ((Taken) receive(() -> new Endless(100_000))).batchId();
    assertThat(number("select count(*) from ledger.disclosure where batch_id = ?", batch))
        .isEqualTo(100_000);
  }

  @Test
  void the_demo_file_is_taken_whole_with_its_irregular_rows() {
    var reception = receive(new ClassPathResource("demo/disclosures.csv"));
    assertThat(reception).isNotInstanceOf(Refused.class);
    var batch =
        reception instanceof Taken taken ? taken.batchId() : ((TakenBefore) reception).batchId();
    assertThat(number("select row_count from ledger.batch where batch_id = ?", batch))
        .isEqualTo(41);
    assertThat(number("select flagged_count from ledger.batch where batch_id = ?", batch))
        .isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome = 'REJECTED'",
        "data_items = '{}'",
        "data_items = '{CLINICAL}'",
        "disclosed_on = null",
        "disclosed_on = '2017-05-01'",
        "rejection_reason = 'NO_LEGAL_BASIS'",
        "version_id = null",
        "last_resort = false",
        "last_resort_exception = 'WELFARE_CONCERN'",
        "asked_by = 'NEWSPAPER'",
        "person_name = ''",
        "name_key = ''",
        "reason_code = 'over stayed'",
      })
  void the_database_refuses_what_cannot_be(String change) {
    taken(AT_ONCE + aName() + ",");
    var column = change.substring(0, change.indexOf(' '));
    var columns =
        "batch_id, agreement_id, version_id, out_of_agreement, asked_by, asked_of, requester_role, reason_code,"
            + " last_resort, last_resort_exception, outcome, trace_detail, rejection_reason, data_items, requested_on,"
            + " disclosed_on, person_name, name_key";
    var values =
        columns.replaceAll(
            "\\b" + column + "\\b", change.substring(column.length() + 3).replace("$", "\\$"));
    var insert =
        "insert into ledger.disclosure (disclosure_id, row_no, %s) select gen_random_uuid(), 1000 + row_no, %s"
            + " from ledger.disclosure where outcome = 'APPROVED_TRACE' and not out_of_agreement limit 1";
    assertThatThrownBy(() ->
            samples.as(
                officer.acting(), () -> jdbc.sql(insert.formatted(columns, values)).update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void the_database_shows_nothing_at_once_that_waits_for_clearance() {
    var name = aName();
    var person = confirmed(name);
    taken(TO_CLEAR + name + ",1956-03-04");
    var insert =
        "insert into ledger.shown (disclosure_id, subject_id, requested_on, at_once) values (?, ?, '2018-06-01', true)";
    assertThatThrownBy(() ->
            samples.as(
                officer.acting(),
                () -> jdbc.sql(insert).param(only(person)).param(person).update()))
        .isInstanceOf(Refusal.class)
        .hasMessage("not-shown-at-once");
  }

  private byte[] canonical(java.util.Map<String, Object> row) {
    var bytes = new java.io.ByteArrayOutputStream();
    var cells =
        new java.util.ArrayList<Object>(List.of(row.get("disclosure_id"), row.get("row_no")));
    for (var column : Column.values()) {
      cells.add(cell(row, column));
    }
    for (var cell : cells) {
      var utf8 = cell.toString().getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return bytes.toByteArray();
  }

  private static Object cell(java.util.Map<String, Object> row, Column column) {
    var value = row.get(column == Column.AGREEMENT ? "agreement_id" : column.header());
    return switch (value) {
      case Boolean yes -> yes ? "yes" : "no";
      case java.sql.Array items -> items.toString().replaceAll("[{}]", "").replace(',', ';');
      case null -> "";
      default -> value;
    };
  }

  private UUID only(UUID person) {
    return candidates(person).getFirst().disclosure().id();
  }

  private void clear(UUID entry, UUID person) {
    asOfficer(() -> ledger.clear(entry, person, officer, "The address is the same as in the file"));
  }

  private List<Disclosure> seenBy(UUID person) {
    return samples.as(officer.acting(), () -> ledger.shownTo(person));
  }

  private List<Candidate> candidates(UUID person) {
    return samples.as(officer.acting(), () -> ledger.candidatesFor(person));
  }

  private UUID confirmed(String name) {
    var person = register(name);
    confirm(person, true);
    return person;
  }

  private UUID register(String name) {
    var subject = DataSubject.named(name, "", PartialDate.of(1956, Month.MARCH, 4));
    var requester =
        Requester.about(subject, "a@example.org", null, null, Locale.ENGLISH, Set.of(), "");
    return samples
        .as(Acting.visitor(null), () -> identity.register(subject, requester))
        .subjectId();
  }

  /** One occasion for each person. */
  private void confirm(UUID person, boolean accepted) {
    asOfficer(() ->
        identity.verify(
            new Verification(
                person,
                person,
                Verification.Method.KNOWN_TO_THE_OFFICE,
                "File",
                "The file agrees with them",
                accepted,
                officer.id())));
  }

  private void asOfficer(Runnable work) {
    samples.as(
        officer.acting(),
        () -> {
          work.run();
          return true;
        });
  }

  private UUID taken(String... rows) {
    return ((Taken) receive(file(rows))).batchId();
  }

  private Reception receive(InputStreamSource file) {
    return samples.as(officer.acting(), () -> ledger.receive("../../x.csv", file, officer));
  }

  private static InputStreamSource file(String... rows) {
    var text = String.join(",", Column.headers()) + "\n" + String.join("\n", rows) + "\n";
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String aName() {
    return "Person " + Identifiers.randomCode(12);
  }

  private long factsAbout(String factClass) {
    return samples.as(
        officer.acting(),
        () ->
            jdbc.sql("select count(*) from audit.entry where class = ?")
                .param(factClass)
                .query(Long.class)
                .single());
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long number(String sql, UUID id) {
    return samples.as(officer.acting(), () -> jdbc.sql(sql).param(id).query(Long.class).single());
  }

  /** As many rows as wanted, never more than one of them in memory. */
  private static final class Endless extends InputStream {

    private final java.util.Iterator<String> lines;
    private InputStream line;

    Endless(int rows) {
      lines =
          IntStream.rangeClosed(1, rows)
              .mapToObj(i -> TO_CLEAR + "Somebody " + i + ",1980-01-01\n")
              .iterator();
      line = bytes(String.join(",", Column.headers()) + "\n");
    }

    @Override
    public int read() throws IOException {
      var next = line.read();
      while (next < 0 && lines.hasNext()) {
        line = bytes(lines.next());
        next = line.read();
      }
      return next;
    }

    private static InputStream bytes(String text) {
      return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
