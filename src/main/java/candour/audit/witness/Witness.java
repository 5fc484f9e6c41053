package candour.audit.witness;

import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.ConsistencyProof;
import candour.audit.merkle.CosigningKey;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.VerifierKey;
import candour.audit.merkle.WitnessRequest;
import candour.audit.witness.Answer.Conflict;
import candour.audit.witness.Answer.Cosigned;
import candour.audit.witness.Answer.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cosigns a checkpoint of a log it knows if it extends the one cosigned before, which it keeps
 * first (<a href="https://c2sp.org/tlog-witness">c2sp.org/tlog-witness</a>).
 */
final class Witness {

  private final Map<String, VerifierKey> logs;
  private final List<CosigningKey> keys;
  private final LastSeen seen;
  private final Clock clock;

  /**
   * A witness at work.
   *
   * @param logs the keys of the logs it knows, by their origin
   */
  Witness(Map<String, VerifierKey> logs, List<CosigningKey> keys, LastSeen seen, Clock clock) {
    this.logs = Map.copyOf(logs);
    this.keys = List.copyOf(keys);
    this.seen = seen;
    this.clock = clock;
  }

  /** Answers {@code add-checkpoint}. */
  Answer add(String body) {
    return answer(body, false);
  }

  /**
   * Answers a request that came as a file, which may come twice: the checkpoint that was cosigned
   * last is cosigned again, since its answer may have been lost.
   */
  Answer addAgain(String body) {
    return answer(body, true);
  }

  private Answer answer(String body, boolean again) {
    WitnessRequest request;
    String origin;
    try {
      request = WitnessRequest.parse(body);
      origin = Checkpoint.parse(request.checkpoint().text()).origin();
    } catch (NotProven e) {
      return new Refused(400, "This is not a request to a witness: " + e.getMessage() + ".");
    }
    var log = logs.get(origin);
    if (log == null) {
      return new Refused(404, "This witness does not know the log " + origin + ".");
    }
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.open(request.checkpoint(), log);
    } catch (NotProven e) {
      return new Refused(403, "The log did not sign this: " + e.getMessage() + ".");
    }
    if (request.oldSize() > checkpoint.size()) {
      return new Refused(400, "The old tree cannot be larger than the new one.");
    }
    return seen.alone(() -> judged(request, checkpoint, again));
  }

  private Answer judged(WitnessRequest request, Checkpoint checkpoint, boolean again) {
    var last = seen.of(checkpoint.origin());
    if (!(again && checkpoint.equals(last))) {
      var refusal = refusal(last, request, checkpoint);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    seen.keep(checkpoint);
    var now = clock.instant();
    return new Cosigned(
        request.checkpoint(), keys.stream().map(key -> key.cosign(checkpoint, now)).toList());
  }

  private static Optional<Answer> refusal(
      Checkpoint last, WitnessRequest request, Checkpoint checkpoint) {
    if (request.oldSize() != last.size()) {
      return Optional.of(
          new Conflict(
              last.size(),
              "This witness last cosigned %d entries, but the request starts from %d. Ask for a request that starts from %d."
                  .formatted(last.size(), request.oldSize(), last.size())));
    }
    if (checkpoint.size() == last.size() && !checkpoint.root().equals(last.root())) {
      return Optional.of(
          new Conflict(
              last.size(),
              "ALARM: the log has signed two different trees of %d entries. Keep this request: it proves it."
                  .formatted(last.size())));
    }
    try {
      prove(last, request, checkpoint);
      return Optional.empty();
    } catch (NotProven e) {
      return Optional.of(
          new Refused(
              422,
              "ALARM: it is not proven that the log only grew since %d entries: %s. Keep this request."
                  .formatted(last.size(), e.getMessage())));
    }
  }

  private static void prove(Checkpoint last, WitnessRequest request, Checkpoint checkpoint) {
    if (last.size() > 0) {
      new ConsistencyProof(last.size(), checkpoint.size(), request.proof())
          .check(last.root(), checkpoint.root());
    } else if (!request.proof().isEmpty()) {
      throw new NotProven("from 0 entries there is nothing to prove");
    }
  }
}
