package candour.audit.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import candour.audit.log.Places.Waiting;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.NotProven;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives entries that wait their places in the tree: days in their order, and entries of one day in
 * no order at all, so that nobody can tell a person by the moment.
 */
@Component
class Sequencer {

  static final int BATCH = 8_192;

  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Succession succession;
  private final Places places;
  private final Signer signer;
  private final Inspection inspection;
  private final Cosignatures cosignatures;
  private final ForkAlarm alarm;

  Sequencer(
      Succession succession,
      Places places,
      Signer signer,
      Inspection inspection,
      Cosignatures cosignatures,
      ForkAlarm alarm) {
    this.succession = succession;
    this.places = places;
    this.signer = signer;
    this.inspection = inspection;
    this.cosignatures = cosignatures;
    this.alarm = alarm;
  }

  /** Places everything that waits, then signs, unless the tree is not what was signed before. */
  void run() {
    try {
      alarm.requireNone();
      if (!succession.begin()) {
        return;
      }
      var placed = BATCH;
      while (placed == BATCH) {
        placed = integrate();
      }
      var signed = true;
      while (signed) {
        signed = signer.signNext();
      }
      cosignatures.vouch();
    } catch (NotProven e) {
      LOG.error(
          "ALARM: the decision log has stopped. Nothing is placed or signed until this is explained: {}",
          e.getMessage());
    }
  }

  /** Places one batch in a transaction of its own, and says how many entries it had. */
  int integrate() {
    return places.alone(this::place).orElse(0);
  }

  private int place() {
    var head = places.head();
    signer.requireExtension(head);
    var batch = ordered(places.take(BATCH));
    if (!batch.isEmpty()) {
      places.append(head.tree(), batch);
    }
    return batch.size();
  }

  private static List<Waiting> ordered(List<Waiting> taken) {
    var batch = new ArrayList<>(taken);
    Collections.shuffle(batch, RANDOM);
    var days =
        batch.stream()
            .collect(
                groupingBy(waiting -> Leaf.parse(waiting.leaf()).day(), TreeMap::new, toList()));
    return days.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Reads the whole log again, which each batch cannot afford.
   *
   * @return whether everything is as it was
   */
  boolean check() {
    try {
      inspection.run();
      LOG.info("All {} signed entries of the decision log are as signed", signer.confirmAll());
      return true;
    } catch (NotProven e) {
      LOG.error("ALARM: the decision log is not as signed: {}", e.getMessage());
      return false;
    }
  }
}
