package candour.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import candour.audit.merkle.Leaf;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.Opening;
import candour.platform.Refusal;
import candour.platform.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the leaves commit to, sealed under the key of the case so that it goes with it, but for the
 * digests of rows; and the same as the opening file of {@code VerifyLog}.
 */
@Component
class Openings {

  private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

  private final Seals seals;
  private final JsonMapper json;

  Openings(Seals seals, JsonMapper json) {
    this.seals = seals;
    this.json = json;
  }

  /** What seals the openings of a case, or of no case. */
  Seals.Sealer sealer(@Nullable UUID caseId) {
    return seals.sealer(caseId);
  }

  /**
   * Seals what is kept of an opening: its salt, and its payload as far as {@link Payload} has it.
   *
   * @param leaf its text up to the commitment, to which the seal is bound
   */
  static byte[] seal(Seals.Sealer sealer, UUID entryId, String leaf, String kept) {
    return sealer.seal(context(entryId, leaf), kept.getBytes(UTF_8));
  }

  /** Whether the columns beside a leaf say what it says. */
  static boolean says(ResultSet entry, Leaf leaf) throws SQLException {
    return leaf.kind().equals(entry.getString("class"))
        && Objects.equals(leaf.provision(), entry.getString("provision"))
        && leaf.day().equals(entry.getObject("day", LocalDate.class));
  }

  /** The openings of entries about no case. */
  OfCase ofNoCase() {
    return new OfCase(seals::open);
  }

  /** The cases whose openings went with their keys. */
  List<UUID> erased() {
    return seals.erased();
  }

  /** The openings of one case; empty once its key has been destroyed. */
  Optional<OfCase> of(UUID caseId) {
    return seals.opener(caseId).map(OfCase::new);
  }

  /** The openings of one case. */
  final class OfCase {

    private final Seals.Opener opener;

    private OfCase(Seals.Opener opener) {
      this.opener = opener;
    }

    /**
     * The opening file of an entry.
     *
     * @param entry a row with {@code entry_id}, {@code leaf}, {@code opening} and {@code rows}
     * @throws Refusal {@code entry-is-not-as-written} if it does not open, or the leaf does not
     *     commit to it
     */
    String file(ResultSet entry) throws SQLException {
      var id = entry.getObject("entry_id", UUID.class);
      try {
        var leaf = Leaf.parse(entry.getBytes("leaf"));
        var kept = opener.open(context(id, leaf.uncommitted()), entry.getBytes("opening"));
        return Opening.of(new String(kept, UTF_8) + entry.getString("rows") + Payload.END)
            .file(leaf);
      } catch (NotProven | IllegalStateException e) {
        LOG.error("ALARM: the entry {} has not the opening that it was written with", id);
        throw new Refusal("entry-is-not-as-written", e);
      }
    }

    /** What that file says; see {@link Payload}. */
    JsonNode payload(ResultSet entry) throws SQLException {
      return json.readTree(file(entry)).path("payload");
    }
  }

  private static String context(UUID entryId, String leaf) {
    return "log entry " + entryId + '\n' + leaf;
  }
}
