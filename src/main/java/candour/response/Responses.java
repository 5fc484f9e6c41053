package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Stage;
import candour.exemptions.Exemptions;
import candour.platform.Days;
import candour.platform.DocumentStore;
import candour.platform.DocumentStore.Purpose;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.response.ResponseEvent.PackApproved;
import candour.response.ResponseEvent.PackPrepared;
import candour.response.ResponseEvent.PackRecalled;
import candour.response.ResponseEvent.PackReleased;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answer to a request: one officer prepares it, another approves it, a third releases it, and
 * the person downloads it once it has left. Each step holds the case and asks afresh whether
 * anything stands in the way; if so it is the {@link Refusal} of that rule. A pack that is not the
 * case's is an {@link EmptyResultDataAccessException}.
 */
@Component
@Transactional
public class Responses {

  private final Packs packs;
  private final Releases releases;
  private final Assembly assembly;
  private final Reading reading;
  private final Handover handover;
  private final ReleaseCodes codes;
  private final Delivery delivery;
  private final Casework casework;
  private final Exemptions exemptions;
  private final DocumentStore documents;
  private final Days days;
  private final RecallWindow window;
  private final SchedulerClient scheduler;
  private final CustomTask<Void> departure;
  private final ApplicationEventPublisher events;

  Responses(
      Packs packs,
      Releases releases,
      Assembly assembly,
      Reading reading,
      Handover handover,
      ReleaseCodes codes,
      Delivery delivery,
      Casework casework,
      Exemptions exemptions,
      DocumentStore documents,
      Days days,
      RecallWindow window,
      SchedulerClient scheduler,
      CustomTask<Void> departure,
      ApplicationEventPublisher events) {
    this.packs = packs;
    this.releases = releases;
    this.assembly = assembly;
    this.reading = reading;
    this.handover = handover;
    this.codes = codes;
    this.delivery = delivery;
    this.casework = casework;
    this.exemptions = exemptions;
    this.documents = documents;
    this.days = days;
    this.window = window;
    this.scheduler = scheduler;
    this.departure = departure;
    this.events = events;
  }

  /** Makes the pack from the case as it is now, and returns its identifier. */
  public UUID prepare(CaseReference reference, Officer officer) {
    var version = holdReady(reference);
    refuse(Pack.obstacleToPreparing(officer));
    var made = assembly.assemble(reference);
    var stored =
        documents.store(
            reference.value(), Purpose.PACK, made.fileName(), "application/pdf", made.pdf());
    var id = Identifiers.next();
    packs.add(
        id, reference, stored.id(), version, made.outcome(), made.pages(), officer, days.today());
    casework.reached(reference, Stage.APPROVAL);
    events.publishEvent(
        new PackPrepared(
            reference.value(), id, version, made.outcome(), made.pages(), stored.sha256()));
    return id;
  }

  /**
   * Approves the pack, as a senior officer who did not prepare it.
   *
   * @param reason 10 to 4,000 characters
   */
  public void approve(CaseReference reference, UUID packId, Officer officer, String reason) {
    var version = holdReady(reference);
    var pack = packs.get(reference, packId);
    refuse(pack.obstacleToApproving(officer, version));
    packs.approve(pack, officer, sayingEnough(reason));
    events.publishEvent(new PackApproved(reference.value(), packId, officer.id()));
  }

  /**
   * Releases the pack, as a third officer: it leaves, and the person is told, once the time for
   * recalling it is over.
   */
  public void release(CaseReference reference, UUID packId, Officer officer) {
    var version = holdReady(reference);
    var pack = packs.get(reference, packId);
    refuse(pack.obstacleToReleasing(officer, version, deciders(reference)));
    var approved = pack.approved();
    if (approved == null) {
      throw new Refusal("pack-is-not-approved");
    }
    var leaves = days.now().plus(window.recallWindow());
    releases.release(pack, approved, officer, leaves);
    events.publishEvent(new PackReleased(reference.value(), packId, officer.id()));
    scheduler.scheduleIfNotExists(departure.instance(packId.toString()), leaves);
  }

  /**
   * Calls a released pack back before it leaves. It stays where it is; a new one can be prepared.
   *
   * @param reason 10 to 4,000 characters
   */
  public void recall(CaseReference reference, UUID packId, Officer officer, String reason) {
    casework.hold(reference);
    var pack = packs.get(reference, packId);
    refuse(pack.obstacleToRecalling(officer));
    releases.recall(pack, officer.id(), sayingEnough(reason));
    events.publishEvent(new PackRecalled(reference.value(), packId, officer.id(), reason.strip()));
  }

  /** The answer and what was added to it, once released, in that order; for whom they are for. */
  @Transactional(readOnly = true)
  public List<Answer> answers(CaseReference reference) {
    return reading.answers(reference);
  }

  /**
   * The proof of every answer that the person got (see {@link candour.audit.Receipts}), a zip, for
   * whoever has the code of the newest. It is none of that code's downloads; a wrong try counts.
   */
  public Download proof(CaseReference reference, String code) {
    return handover.proof(reference, ReleaseCode.typed(code));
  }

  /**
   * The pack for whoever has its code; a wrong try counts, and the fifth makes the code void.
   *
   * @param number of the answer
   */
  public Download download(CaseReference reference, int number, String code) {
    return handover.download(reference, number, ReleaseCode.typed(code));
  }

  /**
   * Sends the person a new code for an answer; the one before no longer opens it.
   *
   * @param number of the answer
   * @throws Refusal {@code too-many-codes} after three in a day, {@code not-released} before the
   *     release, {@code code-to-recipient} where the code goes to somebody else than who asks
   */
  public void sendNewCode(CaseReference reference, int number) {
    casework.hold(reference);
    var released =
        reading.released(reference, number).orElseThrow(() -> new Refusal("not-released"));
    delivery.send(reference, number, codes.issue(reference, released.packId()));
  }

  /**
   * Who asked for data about the person, newest ask first. Entries not yet matched or cleared are
   * left out, and so is what a determination keeps back: whoever shows the list says that it may be
   * incomplete.
   */
  @Transactional(readOnly = true)
  public List<DisclosureAboutMe> disclosuresAbout(CaseReference reference) {
    return reading.disclosuresAbout(reference);
  }

  /** What the person is told of each entry that is kept from that list, if it is told. */
  public List<String> keptBackFrom(CaseReference reference, Locale locale) {
    return reading.keptBackFrom(reference).stream().map(it -> it.told(locale)).toList();
  }

  /**
   * The requester says that they ask to prove their status or history: the request is guarded from
   * now on, and an answer that was given is looked at again.
   *
   * @param words more of why; may be empty
   */
  public void protect(CaseReference reference, String words) {
    exemptions.protect(reference, words, null);
  }

  private long holdReady(CaseReference reference) {
    var version = casework.hold(reference);
    refuse(packs.obstacle(reference));
    return version;
  }

  private static String sayingEnough(String reason) {
    if (reason.strip().length() < 10) {
      throw new Refusal("reason-needed");
    }
    return reason.strip();
  }

  /** Who proposed or approved what withholds something of the case. */
  Set<UUID> deciders(CaseReference reference) {
    return exemptions.deciders(reference);
  }

  private static void refuse(Optional<String> rule) {
    rule.ifPresent(named -> {
      throw new Refusal(named);
    });
  }
}
