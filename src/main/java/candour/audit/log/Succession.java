package candour.audit.log;

import candour.audit.log.Places.Integrated;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.NotProven;
import candour.platform.Acting;
import candour.platform.Home;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the log that goes on where another had to end: the first entry placed for it says, for
 * everybody, where that one ended and why. Whoever runs the portal has to want it, by naming the
 * ended log and giving the explanation in the settings.
 */
@Component
class Succession {

  private static final String SUCCEEDED = "log.succeeded";

  private final Lineage lineage;
  private final Home home;
  private final LogKey key;
  private final Signer signer;
  private final Places places;
  private final ApplicationEventPublisher facts;
  private final TransactionTemplate transaction;
  private volatile boolean begun;

  Succession(
      Lineage lineage,
      Home home,
      LogKey key,
      Signer signer,
      Places places,
      ApplicationEventPublisher facts,
      PlatformTransactionManager transactions) {
    this.lineage = lineage;
    this.home = home;
    this.key = key;
    this.signer = signer;
    this.places = places;
    this.facts = facts;
    this.transaction = new TransactionTemplate(transactions);
    this.begun = lineage.predecessors().isEmpty();
  }

  /**
   * Sees to it that this log has begun.
   *
   * @return whether it has, or somebody else is at it
   * @throws NotProven if the log before need not end, or where it ended is not known
   */
  boolean begin() {
    begun = begun || places.alone(this::placeFirst).isPresent();
    return begun;
  }

  private boolean placeFirst() {
    var head = places.head();
    var before = lineage.predecessors().size() - 1;
    var entry = places.ofClass(SUCCEEDED, before).orElseGet(() -> announce(before, head));
    var waiting = places.take(entry);
    if (!waiting.isEmpty()) {
      signer.requireExtension(head);
      places.append(head.tree(), waiting);
    }
    return true;
  }

  private UUID announce(int before, Integrated head) {
    var ended = lineage.predecessors().get(before);
    var last =
        new KeptCheckpoint(home, Lineage.files(before))
            .read()
            .or(places::lastSigned)
            .map(key::open)
            .filter(checkpoint -> checkpoint.origin().equals(ended))
            .orElseThrow(() -> new NotProven("it is not known where the log " + ended + " ended"));
    requireEnd(before, last, head);
    var fact =
        new LogSucceeded(
            lineage.origin(),
            ended,
            last.size(),
            last.root().toString(),
            head.tree().size(),
            lineage.explanation());
    Acting.system().run(() -> transaction.executeWithoutResult(_ -> facts.publishEvent(fact)));
    return places.ofClass(SUCCEEDED, before).orElseThrow();
  }

  private void requireEnd(int before, Checkpoint last, Integrated head) {
    try {
      new ForkAlarm(home, Lineage.files(before)).requireNone();
      Signer.requireExtension(head, last);
    } catch (NotProven _) {
      return;
    }
    throw new NotProven(
        "the log %s need not end: all that it signed is in the database. It keeps its name"
            .formatted(last.origin()));
  }
}
