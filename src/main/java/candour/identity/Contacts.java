package candour.identity;

import candour.identity.ContactChange.Cause;
import candour.identity.ContactChange.ConfirmBy;
import candour.identity.ContactChange.How;
import candour.identity.ContactChanges.Ending;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.platform.Seals;
import candour.platform.Tokens;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people are reached, and how that changes: never before whoever reads what comes to the old
 * address has confirmed it, or two officers have.
 */
@Component
@Transactional
public class Contacts {

  /** How long the old address has to say that it was not them, before officers may confirm. */
  public static final Duration TIME_TO_OBJECT = Duration.ofHours(72);

  private static final int CODE = 10;

  private final People people;
  private final Clues clues;
  private final Directory directory;
  private final ContactChanges changes;
  private final Alike alike;
  private final Seals seals;
  private final Days days;

  Contacts(
      People people,
      Clues clues,
      Directory directory,
      ContactChanges changes,
      Alike alike,
      Seals seals,
      Days days) {
    this.people = people;
    this.clues = clues;
    this.directory = directory;
    this.changes = changes;
    this.alike = alike;
    this.seals = seals;
    this.days = days;
  }

  /**
   * A change that was asked for, with the secrets that go to the old address and nowhere else.
   *
   * @param token of the link
   * @param code in the letter; null where none goes
   */
  public record Asked(ContactChange change, String token, @Nullable String code) {}

  /**
   * Takes down what is to be changed; one that was open is given up for it.
   *
   * @param also for whom else it is to count: as whom they are on record with other requests
   * @param lost whether nothing reaches them any more where they are reached now
   * @param officer who takes it down; null where they ask themselves
   * @throws Refusal {@code nothing-has-changed}, {@code not-the-same-person} if one of the others
   *     is not certainly the same and reached in the very same ways
   */
  public Asked ask(
      UUID requesterId, Ways wanted, Collection<UUID> also, boolean lost, @Nullable UUID officer) {
    var now = days.now();
    open(requesterId).ifPresent(it -> end(it, Cause.REPLACED, officer));
    var by = lost ? ConfirmBy.OFFICE : confirmBy(people.requester(requesterId), wanted);
    var change =
        new ContactChange(
            Identifiers.next(), requesterId, wanted, by, null, now, now.plus(life(by)), null, null);
    var token = Tokens.random();
    var code = by == ConfirmBy.POST ? Identifiers.randomCode(CODE) : null;
    changes.add(change, Tokens.hash(token), code == null ? null : hash(change.id(), code), officer);
    alike.add(change.id(), also);
    return new Asked(change, token, code);
  }

  /** The same way in which a release code would come now; a mail only confirms a mail address. */
  private static ConfirmBy confirmBy(Requester requester, Ways wanted) {
    if (requester.email() != null && wanted.differsInMailAlone(Ways.of(requester))) {
      return ConfirmBy.EMAIL;
    }
    return requester.lettersAddress() == null ? ConfirmBy.OFFICE : ConfirmBy.POST;
  }

  private static Duration life(ConfirmBy by) {
    return switch (by) {
      case EMAIL -> Duration.ofDays(7);
      case POST -> Duration.ofDays(21);
      case OFFICE -> Duration.ofDays(28);
    };
  }

  /** For whom else a change is to count. */
  @Transactional(readOnly = true)
  public List<UUID> alsoFor(ContactChange change) {
    return alike.of(change.id());
  }

  /** For whom a change took effect; for people at work only. */
  @Transactional(readOnly = true)
  public List<UUID> changed(ContactChange change) {
    return alike.changed(change.id());
  }

  /** What to mind from now on when somebody is reached. */
  public void mind(UUID requesterId, Precautions precautions) {
    changes.mind(requesterId, precautions);
  }

  /** Every change, also of another request that counts for this one; the latest first. */
  @Transactional(readOnly = true)
  public List<ContactChange> of(UUID requesterId) {
    return changes.of(requesterId);
  }

  /** The one that can still be confirmed. */
  @Transactional(readOnly = true)
  public Optional<ContactChange> open(UUID requesterId) {
    return changes.of(requesterId).stream()
        .filter(it -> it.requesterId().equals(requesterId) && it.isOpen(days.now()))
        .findFirst();
  }

  /** The one of which this link tells. */
  @Transactional(readOnly = true)
  public Optional<ContactChange> byToken(String token) {
    return changes.byToken(Tokens.hash(token));
  }

  /**
   * Confirms it by the link in the mail to the old address; false where it had ended before.
   *
   * @param effect for each for whom it takes effect, once it has: whoever asked first
   * @throws Refusal {@code confirm-through-the-old-way} if a mail is not enough, {@code
   *     change-has-expired}, {@code reached-otherwise-since}
   */
  public boolean confirmByLink(ContactChange change, String token, Consumer<UUID> effect) {
    return confirm(
        change, new Ending(Cause.CONFIRMED, Tokens.hash(token), null, null, null), effect);
  }

  /**
   * Confirms it by the code in the letter to the old address.
   *
   * @param effect as for {@link #confirmByLink}
   * @return how many guesses are left, of which none ends it; empty where it was right
   */
  public Optional<Integer> confirmByCode(
      ContactChange change, String typed, Consumer<UUID> effect) {
    var code = hash(change.id(), Identifiers.typedCode(typed));
    if (changes.isCode(change.id(), code)) {
      confirm(change, new Ending(Cause.CONFIRMED, null, code, null, null), effect);
      return Optional.empty();
    }
    var left = changes.guessed(change.id());
    if (left == 0) {
      end(change, Cause.GUESSED, null);
    }
    return Optional.of(left);
  }

  /** Puts on record how an officer made sure that it is they who ask. */
  public void check(ContactChange change, How how, String words, UUID officer) {
    changes.check(change.id(), how, words, officer, days.today());
  }

  /**
   * Confirms it in the office, by another officer than the one who made sure.
   *
   * @param effect as for {@link #confirmByLink}
   * @throws Refusal {@code not-checked}, {@code four-eyes}, {@code old-address-has-time}, {@code
   *     change-has-expired}
   */
  public boolean confirmInOffice(ContactChange change, UUID officer, Consumer<UUID> effect) {
    var check = change.check();
    if (check == null) {
      throw new Refusal("not-checked");
    }
    if (check.officerId().equals(officer)) {
      throw new Refusal("four-eyes");
    }
    return confirm(
        change,
        new Ending(Cause.CONFIRMED_IN_OFFICE, null, null, check.officerId(), officer),
        effect);
  }

  /** Gives it up; false where it had ended before. */
  public boolean end(ContactChange change, Cause cause, @Nullable UUID officer) {
    return changes.end(change.id(), new Ending(cause, null, null, null, officer), days.now());
  }

  private boolean confirm(ContactChange change, Ending ending, Consumer<UUID> effect) {
    var first = changes.end(change.id(), ending, days.now());
    if (first) {
      reached(change.requesterId(), change, effect);
      for (var other : alike.of(change.id())) {
        if (alike.takeEffect(change.id(), other)) {
          reached(other, change, effect);
        }
      }
    }
    return first;
  }

  private void reached(UUID requesterId, ContactChange change, Consumer<UUID> effect) {
    var requester = people.requester(requesterId);
    directory.renew(
        people.subject(requester.subjectId()), requester, clues.of(requesterId), change.id());
    effect.accept(requesterId);
  }

  private byte[] hash(UUID change, String code) {
    return seals.keyedHash("contact change " + change, code);
  }
}
