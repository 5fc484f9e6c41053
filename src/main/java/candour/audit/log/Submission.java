package candour.audit.log;

import candour.audit.log.Cosignatures.Last;
import candour.audit.log.PublishedLog.Signed;
import candour.audit.log.Witnesses.Known;
import candour.audit.merkle.NotProven;
import candour.audit.merkle.SignedNote;
import candour.platform.Days;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows witnesses the newest signed checkpoint and takes in what they say. Whatever a witness
 * answers, only a cosignature that verifies counts; and one that has seen another log than this
 * stops it.
 */
@Component
class Submission {

  private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** How far a witness's clock may be ahead. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** A witness that failed so many times in a row, and is left in peace until then. */
  private record Failing(int times, Instant until) {}

  private final Witnesses witnesses;
  private final PublishedLog log;
  private final Cosignatures cosignatures;
  private final Vouching vouching;
  private final WitnessDoor door;
  private final ForkAlarm alarm;
  private final Days days;
  private final Map<String, Failing> failing = new ConcurrentHashMap<>();
  private volatile boolean asked;

  Submission(
      Witnesses witnesses,
      PublishedLog log,
      Cosignatures cosignatures,
      Vouching vouching,
      WitnessDoor door,
      ForkAlarm alarm,
      Days days) {
    this.witnesses = witnesses;
    this.log = log;
    this.cosignatures = cosignatures;
    this.vouching = vouching;
    this.door = door;
    this.alarm = alarm;
    this.days = days;
  }

  /**
   * Asks every witness once after a start, before anything is signed. A database that was restored
   * together with the portal's home does not know what it has forgotten; they do, and then the log
   * stops.
   */
  void askFirst() {
    if (!asked) {
      log.own()
          .ifPresent(signed ->
              witnesses.all().stream()
                  .filter(witness -> witness.url() != null)
                  .forEach(witness -> submit(witness, signed)));
      asked = true;
    }
  }

  /** Asks every witness that is due and can be asked. */
  void run() {
    log.own()
        .ifPresent(signed ->
            witnesses.all().stream()
                .filter(witness -> witness.url() != null && isDue(witness, signed))
                .forEach(witness -> submit(witness, signed)));
    vouching.settle();
  }

  private boolean isDue(Known witness, Signed signed) {
    var rest = failing.get(witness.id());
    return (rest == null || !days.now().isBefore(rest.until()))
        && lastSize(witness) < signed.checkpoint().size();
  }

  private long lastSize(Known witness) {
    return cosignatures.last(witness).map(Last::size).orElse(0L);
  }

  private void submit(Known witness, Signed signed) {
    try {
      submit(witness, signed, lastSize(witness), true);
      failing.remove(witness.id());
    } catch (IOException | NotProven | NumberFormatException e) {
      var times = failing.containsKey(witness.id()) ? failing.get(witness.id()).times() + 1 : 1;
      var pause = Duration.ofSeconds(1L << Math.min(times, 12));
      var rest = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      failing.put(witness.id(), new Failing(times, days.now().plus(rest)));
      LOG.warn("The witness {} has not cosigned: {}", witness.name(), e.getMessage());
    }
  }

  private void submit(Known witness, Signed signed, long from, boolean first) throws IOException {
    var reply = door.ask(address(witness), log.request(from, signed).toString());
    if (reply.status() == 200) {
      take(witness, signed, SignedNote.parse(signed.note() + reply.body()));
      return;
    }
    if (reply.status() != 409 && reply.status() != 422) {
      throw new IOException("it answered " + reply.status());
    }
    if (reply.status() == 409 && size(reply.body()) != from) {
      var size = size(reply.body());
      if (size > log.required().checkpoint().size()) {
        alarm.raise(witness.name() + " has cosigned " + size + " entries, more than there are");
      } else if (first && size <= signed.checkpoint().size()) {
        submit(witness, signed, size, false);
        return;
      }
      throw new IOException("it has cosigned " + size + " entries");
    }
    alarm.raise(
        "%s has cosigned another log: from its %d entries ours does not follow"
            .formatted(witness.name(), from));
    throw new IOException("it has cosigned another log");
  }

  private static URI address(Known witness) throws IOException {
    if (witness.url() == null) {
      throw new IOException("it has no address");
    }
    return witness.url();
  }

  private static long size(String body) {
    return Long.parseLong(body.strip());
  }

  /**
   * Takes in a note that carries this witness's cosignature.
   *
   * @throws NotProven if it does not
   */
  void take(Known witness, Signed signed, SignedNote cosigned) {
    var cosignature = witness.key().verify(cosigned);
    if (cosignature.at().isAfter(days.now().plus(SKEW))) {
      throw new NotProven("it was cosigned in the future");
    }
    if (!cosigned.text().equals(signed.note().text())) {
      throw new NotProven("it is about another checkpoint");
    }
    cosignatures.add(signed.checkpoint().size(), witness, cosignature);
  }
}
