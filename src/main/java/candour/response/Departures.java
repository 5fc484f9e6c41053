package candour.response;

import candour.audit.Receipts;
import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.Exemptions;
import candour.platform.Days;
import candour.response.ResponseEvent.PackRecalled;
import candour.response.ResponseEvent.ResponseSent;
import candour.response.ResponseEvent.ResponseSupplemented;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets released packs leave, once the time for recalling them is over. */
@Component
@Transactional
class Departures {

  private final Packs packs;
  private final Releases releases;
  private final ReleaseCodes codes;
  private final Delivery delivery;
  private final Casework casework;
  private final Exemptions exemptions;
  private final Assembly assembly;
  private final Receipts receipts;
  private final Days days;
  private final ApplicationEventPublisher events;

  Departures(
      Packs packs,
      Releases releases,
      ReleaseCodes codes,
      Delivery delivery,
      Casework casework,
      Exemptions exemptions,
      Assembly assembly,
      Receipts receipts,
      Days days,
      ApplicationEventPublisher events) {
    this.packs = packs;
    this.releases = releases;
    this.codes = codes;
    this.delivery = delivery;
    this.casework = casework;
    this.exemptions = exemptions;
    this.assembly = assembly;
    this.receipts = receipts;
    this.days = days;
    this.events = events;
  }

  /**
   * The pack leaves: the case is answered, or what it was opened again for is; the person is told,
   * and the code that opens the answer is on its way to them. A pack that was recalled stays, one
   * that has left has left, and one that a rule now stands in the way of is recalled. Until the log
   * vouches for every determination of the case, it waits.
   *
   * @return whether nothing is left to do
   */
  boolean leave(UUID packId) {
    var reference = releases.caseOf(packId);
    var version = casework.hold(reference);
    var pack = packs.get(reference, packId);
    var release = pack.release();
    if (release == null || !release.isUnderWay()) {
      return true;
    }
    var obstacle = obstacle(pack, version);
    if (obstacle.isPresent()) {
      recall(pack, obstacle.get());
    } else if (packs.waitsForLog(reference).isPresent()) {
      return false;
    } else {
      depart(reference, pack, release.by().by());
    }
    return true;
  }

  private Optional<String> obstacle(Pack pack, long version) {
    return packs
        .obstacle(pack.reference())
        .or(() -> Optional.of("pack-is-out-of-date").filter(_ -> pack.isStale(version)));
  }

  private void recall(Pack pack, String rule) {
    releases.recall(pack, null, rule);
    events.publishEvent(new PackRecalled(pack.reference().value(), pack.id(), null, rule));
  }

  private void depart(CaseReference reference, Pack pack, UUID releaser) {
    var told = assembly.tellsOf(reference);
    releases.depart(pack, days.today());
    var receipt = receipts.seal(reference.value(), Footing.of(exemptions.of(reference), told));
    events.publishEvent(
        pack.isSupplementary() ? again(pack, releaser, receipt) : first(pack, releaser, receipt));
    delivery.announce(reference);
    delivery.send(reference, pack.answer(), codes.issue(reference, pack.id()));
  }

  private ResponseSent first(Pack pack, UUID releaser, byte[] receipt) {
    casework.close(pack.reference(), pack.outcome(), days.today());
    return new ResponseSent(pack.reference().value(), pack.id(), pack.outcome(), releaser, receipt);
  }

  private ResponseSupplemented again(Pack pack, UUID releaser, byte[] receipt) {
    casework.answerAgain(pack.reference());
    return new ResponseSupplemented(
        pack.reference().value(), pack.id(), pack.answer(), pack.outcome(), releaser, receipt);
  }
}
