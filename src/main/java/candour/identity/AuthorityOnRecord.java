package candour.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a representative claims to be allowed, what officers made of it, and how it ended.
 *
 * @param rulings earliest first; the last counts
 * @param ended null unless it was taken back
 * @param told when the person was told, and until when nothing goes to their representative; null
 *     where they could not be told
 */
public record AuthorityOnRecord(
    UUID requesterId,
    Representative representative,
    AuthorityToAct authority,
    List<Ruling> rulings,
    @Nullable End ended,
    @Nullable Told told) {

  public AuthorityOnRecord {
    rulings = List.copyOf(rulings);
  }

  /**
   * An officer's word on it.
   *
   * @param registerChecked whether the regulator's register was looked at
   * @param on in London
   */
  public record Ruling(
      boolean accepted, boolean registerChecked, String reason, String officerName, LocalDate on) {}

  /**
   * How it ended before its last day.
   *
   * @param words the person's, or how the officer came to know
   * @param on in London
   */
  public record End(Cause cause, String words, LocalDate on) {}

  /** Who took it back, and how. */
  public enum Cause {
    /** The person, by the link that they were sent. */
    OBJECTED,
    /** The person told an officer. */
    REVOKED
  }

  /** When the person was told, and from when on their representative may be given the answer. */
  public record Told(Instant at, Instant freeAt) {}

  /** How it stands on a day. */
  public enum State {
    UNPROVEN,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    OBJECTED,
    REVOKED;

    /** Whether the representative may still act. */
    public boolean isInForce() {
      return this == UNPROVEN || this == ACCEPTED;
    }
  }

  /**
   * How it stands.
   *
   * @param today in London
   */
  public State on(LocalDate today) {
    if (ended != null) {
      return ended.cause() == Cause.OBJECTED ? State.OBJECTED : State.REVOKED;
    }
    if (ruling().filter(it -> !it.accepted()).isPresent()) {
      return State.REJECTED;
    }
    if (today.isAfter(authority.endsOn())) {
      return State.EXPIRED;
    }
    return ruling().isPresent() ? State.ACCEPTED : State.UNPROVEN;
  }

  /** In what capacity they ask. */
  public Capacity capacity() {
    return representative.capacity();
  }

  /** The representative's name. */
  public String name() {
    return representative.fullName();
  }

  /** The last ruling. */
  public Optional<Ruling> ruling() {
    return rulings.isEmpty() ? Optional.empty() : Optional.of(rulings.getLast());
  }

  /** The day on which it ended or ends, in London. */
  public LocalDate lastDay() {
    if (ended != null) {
      return ended.on();
    }
    return ruling().filter(it -> !it.accepted()).map(Ruling::on).orElse(authority.endsOn());
  }
}
