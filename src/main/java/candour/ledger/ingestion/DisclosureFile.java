package candour.ledger.ingestion;

import candour.ledger.FileProblem;
import candour.ledger.FileProblem.Kind;
import candour.ledger.entries.Column;
import candour.ledger.entries.Row;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a file of disclosures line by line: CSV (RFC 4180) in UTF-8, with or without a byte order
 * mark, lines ending in CRLF or LF, a first line of column names. One line is in memory at a time.
 */
final class DisclosureFile {

  /** A line longer than that is no row: a quotation mark was never closed. */
  private static final int LONGEST_LINE = 1 << 18;

  /** Takes what was read. */
  interface Reading {

    void row(Row row);

    /** Returns whether to go on. */
    boolean problem(FileProblem problem);
  }

  private final RowReader rows;
  private long line;

  DisclosureFile(RowReader rows) {
    this.rows = rows;
  }

  void read(InputStream in, Reading reading) throws IOException {
    line = 0;
    try (var csv = open(in)) {
      read(csv.iterator(), reading);
    } catch (CsvParseException e) {
      reading.problem(new Malformed(Kind.QUOTES).at(line + 1));
    } catch (CharacterCodingException e) {
      notText(reading);
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CharacterCodingException)) {
        throw e;
      }
      notText(reading);
    }
  }

  private void notText(Reading reading) {
    reading.problem(new Malformed(Kind.NOT_TEXT).at(line + 1));
  }

  private void read(Iterator<CsvRecord> records, Reading reading) {
    if (!records.hasNext() || !isHeader(records.next())) {
      reading.problem(new FileProblem(1, Kind.HEADER, List.of(String.join(",", Column.headers()))));
      return;
    }
    boolean goOn = true;
    while (goOn && records.hasNext()) {
      goOn = row(records.next(), reading);
    }
    if (line == 1) {
      reading.problem(new Malformed(Kind.NO_ROWS).at(1));
    }
  }

  private boolean isHeader(CsvRecord record) {
    line = 1;
    return record.getFields().stream().map(String::strip).toList().equals(Column.headers());
  }

  private boolean row(CsvRecord record, Reading reading) {
    line = record.getStartingLineNumber();
    try {
      reading.row(rows.read(record.getFields()));
      return true;
    } catch (Malformed e) {
      return reading.problem(e.at(line));
    }
  }

  private static CsvReader<CsvRecord> open(InputStream in) throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    return CsvReader.builder()
        .maxBufferSize(LONGEST_LINE)
        .skipEmptyLines(true)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .allowExtraCharsAfterClosingQuote(false)
        .ofCsvRecord(withoutMark(new BufferedReader(new InputStreamReader(in, decoder))));
  }

  private static Reader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }
}
