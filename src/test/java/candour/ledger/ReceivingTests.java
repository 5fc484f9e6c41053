package candour.ledger;

import static candour.ledger.LedgerDesk.AT_ONCE;
import static candour.ledger.LedgerDesk.OUTSIDE;
import static candour.ledger.LedgerDesk.TO_CLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.RunningRoot;
import candour.ledger.Reception.Refused;
import candour.ledger.Reception.Taken;
import candour.ledger.Reception.TakenBefore;
import candour.ledger.entries.Column;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import candour.support.Superuser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files are taken whole, once, and never all in memory. */
@PortalTest
class ReceivingTests {

  @Autowired LedgerDesk desk;
  @Autowired Ledger ledger;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Superuser superuser;

  @BeforeEach
  void sign_in() {
    desk.signIn();
  }

  @Test
  void an_irregular_entry_is_kept_and_flagged() {
    var batch =
        desk.taken(
            AT_ONCE + LedgerDesk.aName() + ",",
            OUTSIDE + LedgerDesk.aName() + ",",
            "POLICE,A hospital,,,MISSING,no,,WITHDRAWN,,,,2020-01-01,,A B,");
    assertThat(desk.number("select flagged_count from ledger.batch where batch_id = ?", batch))
        .isEqualTo(2);
    assertThat(
            desk.number(
                "select count(*) from ledger.disclosure where batch_id = ? and out_of_agreement",
                batch))
        .isEqualTo(2);
  }

  @Test
  void the_batch_commits_to_its_rows_as_they_are_stored() {
    var batch =
        desk.taken(AT_ONCE + "Siân O’Neill,1956", TO_CLEAR + "=1+1 \"\"x\"\",".replace("\"\"", ""));
    var stored =
        samples.as(
            desk.acting(),
            () ->
                jdbc.sql("select * from ledger.disclosure where batch_id = ? order by row_no")
                    .param(batch)
                    .query()
                    .listOfRows());
    var root = new RunningRoot();
    stored.forEach(row -> root.add(canonical(row)));
    assertThat(
            samples.as(
                desk.acting(),
                () ->
                    jdbc.sql("select root from ledger.batch where batch_id = ?")
                        .param(batch)
                        .query(byte[].class)
                        .single()))
        .isEqualTo(root.root());
  }

  /** As a superuser could, whom no trigger stops. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.disclosure set asked_of = 'Nobody' where row_no = 1 and batch_id = ",
        "update ledger.disclosure set recorded_at = recorded_at - interval '1 day' where batch_id = ",
        "update ledger.disclosure set row_no = row_no + 2 where batch_id = ",
        "delete from ledger.disclosure where row_no = 2 and batch_id = ",
        "delete from ledger.batch where batch_id = ",
        """
        insert into ledger.disclosure (disclosure_id, batch_id, row_no, out_of_agreement, asked_by, asked_of, reason_code,
          last_resort, outcome, requested_on, person_name, name_key)
        select gen_random_uuid(), batch_id, 3, out_of_agreement, asked_by, asked_of, reason_code, last_resort, outcome,
          requested_on, person_name, name_key from ledger.disclosure where row_no = 2 and batch_id =
        """,
      })
  void a_batch_is_named_whose_rows_are_not_as_they_were_taken_in(String forgery) {
    var batch = desk.taken(OUTSIDE + LedgerDesk.aName() + ",", OUTSIDE + LedgerDesk.aName() + ",");
    superuser.undone(database -> {
      assertThat(changed(database)).doesNotContain(batch);
      database.sql("set local session_replication_role = replica").update();
      database.sql(forgery + "'" + batch + "'").update();
      assertThat(changed(database)).contains(batch);
      return batch;
    });
  }

  private static List<UUID> changed(JdbcClient database) {
    return database
        .sql("select * from ledger.changed_batches()")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  @Test
  void a_file_is_taken_once_even_by_many_at_a_time() throws Exception {
    var file = LedgerDesk.file(AT_ONCE + LedgerDesk.aName() + ",");
    var receptions = Races.atOnce(8, () -> desk.receive(file));
    assertThat(receptions).filteredOn(Taken.class::isInstance).hasSize(1);
    assertThat(receptions).filteredOn(TakenBefore.class::isInstance).hasSize(7);
  }

  @Test
  void a_file_with_one_bad_row_leaves_nothing_behind() {
    var before = samples.as(desk.acting(), () -> desk.count("ledger.disclosure"));
    var reception =
        desk.receive(LedgerDesk.file(AT_ONCE + LedgerDesk.aName() + ",", AT_ONCE + ","));
    assertThat(reception)
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems()).extracting(FileProblem::line).containsExactly(3L));
    assertThat(samples.as(desk.acting(), () -> desk.count("ledger.disclosure"))).isEqualTo(before);
  }

  /** The file is made up while it is read, so that only the reader could hold it all. */
  @Test
  void a_hundred_thousand_rows_stream_through() {
    var batch = ((Taken) desk.receive(() -> new Endless(100_000))).batchId();
    assertThat(desk.number("select count(*) from ledger.disclosure where batch_id = ?", batch))
        .isEqualTo(100_000);
  }

  @Test
  void the_demo_file_is_taken_whole_with_its_irregular_rows() {
    var reception = desk.receive(new ClassPathResource("demo/disclosures.csv"));
    assertThat(reception).isNotInstanceOf(Refused.class);
    var batch =
        reception instanceof Taken taken ? taken.batchId() : ((TakenBefore) reception).batchId();
    assertThat(desk.number("select row_count from ledger.batch where batch_id = ?", batch))
        .isEqualTo(41);
    assertThat(desk.number("select flagged_count from ledger.batch where batch_id = ?", batch))
        .isEqualTo(12);
  }

  private byte[] canonical(Map<String, Object> row) {
    var bytes = new ByteArrayOutputStream();
    var cells = new ArrayList<Object>(List.of(row.get("disclosure_id"), row.get("row_no")));
    for (var column : Column.values()) {
      cells.add(cell(row, column));
    }
    for (var cell : cells) {
      var utf8 = cell.toString().getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return bytes.toByteArray();
  }

  private static Object cell(Map<String, Object> row, Column column) {
    var value = row.get(column == Column.AGREEMENT ? "agreement_id" : column.header());
    return switch (value) {
      case Boolean yes -> yes ? "yes" : "no";
      case Array items -> items.toString().replaceAll("[{}]", "").replace(',', ';');
      case null -> "";
      default -> value;
    };
  }

  /** As many rows as wanted, never more than one of them in memory. */
  private static final class Endless extends InputStream {

    private final Iterator<String> lines;
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
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      var count = line.read(into, from, most);
      while (count < 0 && lines.hasNext()) {
        line = bytes(lines.next());
        count = line.read(into, from, most);
      }
      return count;
    }

    private static InputStream bytes(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
