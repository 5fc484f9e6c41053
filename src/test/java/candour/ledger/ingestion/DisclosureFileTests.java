package candour.ledger.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import candour.ledger.Asked;
import candour.ledger.Asked.LastResort;
import candour.ledger.AskedBy;
import candour.ledger.DataItem;
import candour.ledger.DisclosureOutcome.TraceDetail;
import candour.ledger.DisclosureOutcome.Traced;
import candour.ledger.FileProblem;
import candour.ledger.FileProblem.Kind;
import candour.ledger.entries.Column;
import candour.ledger.entries.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureFileTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String HEADER = String.join(",", Column.headers());
  private static final String TRACED =
      "HOME_OFFICE,NHS Digital,Tracing officer,MOU,OVERSTAYED,yes,,APPROVED_TRACE,ADDRESS_SAME,,"
          + "NAME;LAST_ADDRESS,2017-06-01,2017-06-20,\"Clarke, Winston\",1956-03-04";

  private final List<Row> rows = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();

  @Test
  void reads_a_row_cell_by_cell() {
    read(HEADER + "\n" + TRACED + "\n");
    assertThat(problems).isEmpty();
    assertThat(rows)
        .containsExactly(
            new Row(
                "MOU",
                new Asked(
                    AskedBy.HOME_OFFICE,
                    "NHS Digital",
                    "Tracing officer",
                    "OVERSTAYED",
                    LastResort.SOURCES_TRIED,
                    LocalDate.of(2017, 6, 1)),
                new Traced(
                    TraceDetail.ADDRESS_SAME,
                    Set.of(DataItem.NAME, DataItem.LAST_ADDRESS),
                    LocalDate.of(2017, 6, 20)),
                "Clarke, Winston",
                "1956-03-04"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n", "\r"})
  void lines_end_in_any_usual_way_and_a_mark_may_stand_first(String end) {
    read("\ufeff" + HEADER + end + TRACED + end + TRACED);
    assertThat(problems).isEmpty();
    assertThat(rows).hasSize(2);
  }

  @Test
  void every_row_reads_back_from_its_own_cells() throws Malformed {
    read(HEADER + "\n" + TRACED);
    var row = rows.getFirst();
    var cells = List.of(Column.values()).stream().map(row::cell).toList();
    assertThat(new RowReader(Set.of("MOU"), TODAY).read(cells)).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource({
    "ASKED_BY, home_office, UNKNOWN_WORD",
    "ASKED_BY, '', MISSING",
    "ASKED_OF, '', MISSING",
    "AGREEMENT, MOU_2099, NO_SUCH_AGREEMENT",
    "REASON_CODE, over stayed, REASON_CODE",
    "LAST_RESORT, y, UNKNOWN_WORD",
    "LAST_RESORT_EXCEPTION, WELFARE_CONCERN, EXCEPTION_BESIDE_LAST_RESORT",
    "OUTCOME, TRACED, UNKNOWN_WORD",
    "OUTCOME, WITHDRAWN, NOT_WANTED",
    "OUTCOME, REJECTED, NOT_WANTED",
    "TRACE_DETAIL, MOVED, UNKNOWN_WORD",
    "REJECTION_REASON, NO_LEGAL_BASIS, NOT_WANTED",
    "DATA_ITEMS, '', MISSING",
    "DATA_ITEMS, NAME;CLINICAL, CLINICAL",
    "DATA_ITEMS, CLINICAL_NOTES, CLINICAL",
    "DATA_ITEMS, NATIONALITY, UNKNOWN_WORD",
    "DATA_ITEMS, NAME;, UNKNOWN_WORD",
    "REQUESTED_ON, 01/06/2017, NOT_A_DATE",
    "REQUESTED_ON, 2017-02-30, NOT_A_DATE",
    "REQUESTED_ON, 2027-01-01, FUTURE",
    "REQUESTED_ON, 1066-10-14, TOO_EARLY",
    "DISCLOSED_ON, '', MISSING",
    "DISCLOSED_ON, 2017-05-31, DISCLOSED_BEFORE_ASKED",
    "PERSON_NAME, ' ', MISSING",
    "PERSON_NAME, ???, NO_NAME",
    "PERSON_NAME, Win\u0000ston, HIDDEN_CHARACTER",
    "PERSON_NAME, Winston\u202eekralC, HIDDEN_CHARACTER",
    "PERSON_NAME, Winston \"Win\" \"C, QUOTES",
  })
  void a_cell_that_cannot_be_is_refused_with_its_line(Column column, String cell, Kind kind) {
    read(HEADER + "\n" + TRACED + "\n" + with(Map.of(column, cell)));
    assertThat(problems).extracting(FileProblem::line).containsExactly(3L);
    assertThat(problems).extracting(FileProblem::kind).containsExactly(kind);
  }

  @Test
  void every_outcome_has_its_own_cells() {
    for (var outcome : List.of("APPROVED_NO_TRACE", "WITHDRAWN")) {
      read(HEADER + "\n" + with(untraced(outcome, "")));
    }
    read(HEADER + "\n" + with(untraced("REJECTED", "NOT_COUNTERSIGNED")));
    assertThat(problems).isEmpty();
    assertThat(rows).hasSize(3);
    read(HEADER + "\n" + with(untraced("REJECTED", "")));
    assertThat(problems).extracting(FileProblem::kind).containsExactly(Kind.MISSING);
  }

  @Test
  void a_cell_may_be_as_long_as_its_column_and_no_longer() {
    read(HEADER + "\n" + with(Map.of(Column.PERSON_NAME, "a".repeat(300))));
    assertThat(problems).isEmpty();
    read(HEADER + "\n" + with(Map.of(Column.PERSON_NAME, "a".repeat(301))));
    assertThat(problems).extracting(FileProblem::kind).containsExactly(Kind.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sukarno", "D'Souza", "Zoë O’Brien-Świątek", "محمد عبد الله", "নাসরিন", "張偉"})
  void a_name_of_whatever_script_is_read_as_it_stands(String name) {
    read(HEADER + "\n" + with(Map.of(Column.PERSON_NAME, name)));
    assertThat(problems).isEmpty();
    assertThat(rows.getFirst().personName()).isEqualTo(name);
  }

  @Test
  void what_looks_like_a_formula_stays_text() {
    read(HEADER + "\n" + with(Map.of(Column.PERSON_NAME, "=HYPERLINK('x') Smith")));
    assertThat(problems).isEmpty();
    assertThat(rows.getFirst().personName()).isEqualTo("=HYPERLINK('x') Smith");
  }

  @ParameterizedTest
  @CsvSource({
    "'', HEADER, 1",
    "'asked_by,asked_of', HEADER, 1",
    "'%%PDF-1.7\u0000', HEADER, 1",
    "'%1$s', NO_ROWS, 1",
    "'%1$s\n\n', NO_ROWS, 1",
    "'%1$s\n%2$s\na,b,c', CELL_COUNT, 3",
    "'%1$s\n%2$s\n\"never closed,%2$s', QUOTES, 3",
    "'%1$s\n\"closed\" too early,%2$s', QUOTES, 2",
  })
  void a_file_that_is_no_such_table_is_refused(String pattern, Kind kind, long line) {
    read(pattern.formatted(HEADER, TRACED));
    assertThat(problems).extracting(FileProblem::kind).containsExactly(kind);
    assertThat(problems).extracting(FileProblem::line).containsExactly(line);
  }

  @Test
  void an_unclosed_quotation_mark_does_not_swallow_a_large_file() {
    read(HEADER + "\n\"" + (TRACED.replace("\"", "") + "\n").repeat(3_000));
    assertThat(problems).extracting(FileProblem::kind).containsExactly(Kind.QUOTES);
  }

  @Test
  void other_encodings_are_refused() {
    for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
      problems.clear();
      read(HEADER + "\n" + with(Map.of(Column.PERSON_NAME, "Siân")), encoding);
      assertThat(problems).extracting(FileProblem::kind).containsExactly(Kind.NOT_TEXT);
    }
  }

  @Test
  void the_first_hundred_problems_are_told() throws IOException {
    var check = new Check();
    new DisclosureFile(new RowReader(Set.of("MOU"), TODAY))
        .read(
            new ByteArrayInputStream(
                (HEADER + "\n" + "a\n".repeat(150)).getBytes(StandardCharsets.UTF_8)),
            check);
    assertThat(check.problems()).hasSize(100);
    assertThat(check.problems().getLast().line()).isEqualTo(101);
  }

  private static Map<Column, String> untraced(String outcome, String rejection) {
    return Map.of(
        Column.OUTCOME, outcome,
        Column.REJECTION_REASON, rejection,
        Column.TRACE_DETAIL, "",
        Column.DATA_ITEMS, "",
        Column.DISCLOSED_ON, "");
  }

  private static String with(Map<Column, String> changes) {
    var cells = new EnumMap<Column, String>(Column.class);
    var usual = TRACED.replace("\"Clarke, Winston\"", "Winston Clarke").split(",", -1);
    var next = List.of(usual).iterator();
    for (var column : Column.values()) {
      cells.put(column, next.next());
    }
    cells.putAll(changes);
    return cells.values().stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private void read(String text) {
    read(text, StandardCharsets.UTF_8);
  }

  private void read(String text, Charset encoding) {
    try {
      new DisclosureFile(new RowReader(Set.of("MOU"), TODAY))
          .read(new ByteArrayInputStream(text.getBytes(encoding)), reading());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private DisclosureFile.Reading reading() {
    return new DisclosureFile.Reading() {
      @Override
      public void row(Row row) {
        rows.add(row);
      }

      @Override
      public boolean problem(FileProblem problem) {
        return problems.add(problem);
      }
    };
  }
}
