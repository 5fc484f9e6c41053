package candour.audit;

import candour.platform.Seals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the leaves commit to, as the opening file of {@code VerifyLog}, sealed under the key of the
 * case so that it goes with it.
 */
@Component
class Openings {

  private final Seals seals;
  private final JsonMapper json;

  Openings(Seals seals, JsonMapper json) {
    this.seals = seals;
    this.json = json;
  }

  /** What an entry about that case is made with. */
  Seals.Ready ready(@Nullable UUID caseId) {
    return seals.ready(caseId);
  }

  static byte[] seal(Seals.Sealer sealer, UUID entryId, String opening) {
    return sealer.seal(context(entryId), opening.getBytes(StandardCharsets.UTF_8));
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

    /** The opening file; one that does not open is an {@link IllegalStateException}. */
    String file(UUID entryId, byte[] sealed) {
      return new String(opener.open(context(entryId), sealed), StandardCharsets.UTF_8);
    }

    /** In what role somebody acted; see {@link Payload}. */
    String role(UUID entryId, byte[] sealed) {
      var opening = json.readTree(opener.open(context(entryId), sealed));
      return opening.at("/payload/by/role").asString();
    }
  }

  private static String context(UUID entryId) {
    return "log entry " + entryId;
  }
}
