package candour.ledger.entries;

import candour.ledger.PolicyDecision;
import candour.ledger.PolicyDecision.OutOfAgreement;
import candour.ledger.SharingAgreement.Version;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it enters the ledger.
 *
 * @param number of the row in its batch, from 1
 */
public record Entry(UUID id, int number, Row row, PolicyDecision decision) {

  public boolean isOutOfAgreement() {
    return decision instanceof OutOfAgreement;
  }

  /** The version in force on the day of the ask, if any. */
  public @Nullable UUID versionId() {
    Version version = decision.inForce();
    return version == null ? null : version.id();
  }

  /**
   * The entry as a leaf of its batch's tree: its id, its number and its cells in the order of
   * {@link Column}, each as UTF-8 behind its length in four bytes, the highest first. The random
   * part of the id keeps a leaf's hash from being guessed.
   */
  public byte[] canonical() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out, id.toString());
      write(out, Integer.toString(number));
      for (var column : Column.values()) {
        write(out, row.cell(column));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
