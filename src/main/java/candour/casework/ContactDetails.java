package candour.casework;

import candour.casework.CaseEvent.ContactChangeAsked;
import candour.casework.CaseEvent.ContactChangeChecked;
import candour.casework.CaseEvent.ContactChangeEnded;
import candour.casework.CaseEvent.SafeContactSaid;
import candour.identity.ContactChange;
import candour.identity.ContactChange.Cause;
import candour.identity.ContactChange.ConfirmBy;
import candour.identity.ContactChange.How;
import candour.identity.Contacts;
import candour.identity.Identity;
import candour.identity.Precautions;
import candour.identity.Requester;
import candour.identity.Ways;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How whoever asks, or whom they ask for, is reached, and how that changes: only once whoever reads
 * what comes to the old address has confirmed it, or two officers have.
 */
@Component
@Transactional
public class ContactDetails {

  private final Identity identity;
  private final Contacts contacts;
  private final ContactLetters letters;
  private final Alerts alerts;
  private final Casework casework;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  ContactDetails(
      Identity identity,
      Contacts contacts,
      ContactLetters letters,
      Alerts alerts,
      Casework casework,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.identity = identity;
    this.contacts = contacts;
    this.letters = letters;
    this.alerts = alerts;
    this.casework = casework;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** How they are reached now. */
  @Transactional(readOnly = true)
  public Requester of(UUID requesterId) {
    return identity.requester(requesterId);
  }

  /** Every change, also of another request that counts for this one; the latest first. */
  @Transactional(readOnly = true)
  public List<ContactChange> changes(UUID requesterId) {
    return contacts.of(requesterId);
  }

  /** The change that can still be confirmed. */
  @Transactional(readOnly = true)
  public Optional<ContactChange> open(UUID requesterId) {
    return contacts.open(requesterId);
  }

  /**
   * This change of theirs, if it can still be confirmed.
   *
   * @throws Refusal {@code change-is-over}
   */
  @Transactional(readOnly = true)
  public ContactChange open(UUID requesterId, @Nullable UUID change) {
    return open(requesterId)
        .filter(it -> it.id().equals(change))
        .orElseThrow(() -> new Refusal("change-is-over"));
  }

  /** The change of which this link, sent to the old address, tells. */
  @Transactional(readOnly = true)
  public Optional<ContactChange> byToken(String token) {
    return contacts.byToken(token);
  }

  /** Their other requests, for which a change may count too; the earliest first. */
  @Transactional(readOnly = true)
  public List<OtherRequest> others(UUID requesterId) {
    return jdbc.sql("select * from casework.reached_alike(:requester)")
        .param("requester", requesterId)
        .query((row, _) ->
            new OtherRequest(
                row.getObject("requester_id", UUID.class),
                new CaseReference(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getObject("received_on", LocalDate.class)))
        .list();
  }

  /** The numbers of those for which this change is to count too. */
  @Transactional(readOnly = true)
  public List<String> alsoFor(ContactChange change) {
    var also = contacts.alsoFor(change);
    return others(change.requesterId()).stream()
        .filter(it -> also.contains(it.requesterId()))
        .map(OtherRequest::number)
        .toList();
  }

  /**
   * What to mind from now on; the same again changes nothing.
   *
   * @throws Refusal {@code no-way-left} if that leaves no way to reach them
   */
  public void mind(CaseReference reference, UUID requesterId, Precautions precautions) {
    var before = identity.requester(requesterId).precautions();
    if (!before.equals(precautions)) {
      contacts.mind(requesterId, precautions);
      events.publishEvent(new SafeContactSaid(reference.value(), requesterId));
    }
  }

  /**
   * Takes down what is to be changed, and tells the old address of it.
   *
   * @param also the numbers of {@link #others} for which it is to count too; or {@link
   *     OtherRequest#ALL}
   * @param lost whether nothing reaches them any more where they are reached now
   * @param officer who takes it down; null where they ask themselves
   * @throws Refusal {@code nothing-has-changed}
   */
  public ContactChange ask(
      CaseReference reference,
      UUID requesterId,
      Ways wanted,
      Collection<String> also,
      boolean lost,
      @Nullable Officer officer) {
    var by = officer == null ? null : officer.id();
    var alike =
        others(requesterId).stream()
            .filter(it -> also.contains(OtherRequest.ALL) || also.contains(it.number()))
            .map(OtherRequest::requesterId)
            .distinct()
            .toList();
    var asked = contacts.ask(requesterId, wanted, alike, lost, by);
    letters.tell(reference, identity.requester(requesterId), asked);
    if (asked.change().confirmBy() == ConfirmBy.OFFICE && officer == null) {
      alerts.raise(reference, Alerts.Kind.CONTACT_CHANGE);
    }
    events.publishEvent(new ContactChangeAsked(reference.value(), asked.change().id(), by));
    return asked.change();
  }

  /** Confirms it by the link in the mail to the old address. */
  public void confirmByLink(ContactChange change, String token) {
    contacts.confirmByLink(change, token, it -> ended(it, change, Cause.CONFIRMED, null));
  }

  /**
   * Confirms it by the code in the letter to the old address.
   *
   * @return how many guesses are left; empty where it was right
   */
  public Optional<Integer> confirmByCode(ContactChange change, String typed) {
    var left =
        contacts.confirmByCode(change, typed, it -> ended(it, change, Cause.CONFIRMED, null));
    if (left.isPresent() && left.get() == 0) {
      ended(change.requesterId(), change, Cause.GUESSED, null);
    }
    return left;
  }

  /**
   * Puts on record how an officer made sure that it is they who ask.
   *
   * @throws Refusal {@code change-is-checked} if one did before
   */
  public void check(
      CaseReference reference, ContactChange change, How how, String words, Officer officer) {
    if (change.check() != null) {
      throw new Refusal("change-is-checked");
    }
    contacts.check(change, how, words, officer.id());
    events.publishEvent(new ContactChangeChecked(reference.value(), change.id(), officer.id()));
  }

  /**
   * Confirms it in the office, by another officer than the one who made sure.
   *
   * @throws Refusal as {@link Contacts#confirmInOffice} does, {@code change-is-over}
   */
  public void confirmInOffice(ContactChange change, Officer officer) {
    if (!contacts.confirmInOffice(
        change, officer.id(), it -> ended(it, change, Cause.CONFIRMED_IN_OFFICE, officer.id()))) {
      throw new Refusal("change-is-over");
    }
  }

  /**
   * Gives it up; whoever did not ask for it makes an officer look. What has ended stays as it is.
   *
   * @param officer whom they told; null where they said so themselves
   */
  public void giveUp(
      CaseReference reference, ContactChange change, Cause cause, @Nullable Officer officer) {
    var by = officer == null ? null : officer.id();
    if (contacts.end(change, cause, by)) {
      if (cause == Cause.NOT_ME) {
        alerts.raise(reference, Alerts.Kind.NOT_ME);
      }
      ended(change.requesterId(), change, cause, by);
    }
  }

  /** Each entry comes right after what was done to its case. */
  private void ended(UUID requesterId, ContactChange change, Cause cause, @Nullable UUID officer) {
    for (var reference : casework.casesOf(requesterId)) {
      events.publishEvent(new ContactChangeEnded(reference.value(), change.id(), cause, officer));
    }
  }
}
