package candour.identity;

import candour.identity.AuthorityOnRecord.Cause;
import candour.identity.AuthorityOnRecord.Told;
import candour.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may act for whom: claims, rulings on them and their end. Rows are added and none changes. */
@Component
@Transactional
public class Representations {

  /** How long the person has to object before anything is released to their representative. */
  public static final Duration TIME_TO_OBJECT = Duration.ofHours(72);

  private final Authorities authorities;
  private final AuthorityRecords records;
  private final ApplicationEventPublisher events;

  Representations(
      Authorities authorities, AuthorityRecords records, ApplicationEventPublisher events) {
    this.authorities = authorities;
    this.records = records;
    this.events = events;
  }

  /** Puts on record what a representative claims to be allowed. */
  public void claim(Requester representative, AuthorityToAct authority) {
    authorities.add(representative, authority);
  }

  /**
   * Notes that the person was told.
   *
   * @param tokenHash SHA-256 of the secret in the link that they alone were sent
   * @param freeAt from when on their representative may be given the answer; {@link
   *     #TIME_TO_OBJECT} later at least
   */
  public void told(UUID caseId, UUID authorityId, byte[] tokenHash, Instant at, Instant freeAt) {
    authorities.told(authorityId, tokenHash, new Told(at, freeAt));
    events.publishEvent(new PersonTold(caseId, authorityId));
  }

  /** How this requester's authority stands; empty for whoever asks for themselves. */
  @Transactional(readOnly = true)
  public Optional<AuthorityOnRecord> of(UUID requesterId) {
    return records.of(requesterId);
  }

  /** The authority of which this link, sent to the person themselves, tells. */
  @Transactional(readOnly = true)
  public Optional<AuthorityOnRecord> toldBy(byte[] tokenHash) {
    return authorities.toldBy(tokenHash).flatMap(records::of);
  }

  /**
   * Whether they may ask and follow; for themselves always.
   *
   * @param today in London
   */
  @Transactional(readOnly = true)
  public boolean mayAct(UUID requesterId, LocalDate today) {
    return authorities.mayAct(requesterId, today);
  }

  /** Whether they may be given the answer, and what it rests on. */
  @Transactional(readOnly = true)
  public boolean mayReceive(UUID requesterId, Instant now) {
    return authorities.mayReceive(requesterId, now);
  }

  /**
   * Rules on a claim, and returns the ruling's identifier; the last ruling counts.
   *
   * @throws Refusal {@code not-a-representative} for whoever asks for themselves, {@code
   *     authority-is-over} if it was taken back, {@code register-not-checked} if an adviser is to
   *     be accepted unseen
   */
  public UUID rule(UUID requesterId, AuthorityRuling ruling) {
    return authorities.rule(claimed(requesterId), ruling);
  }

  /**
   * Ends it at once; false where it had ended before.
   *
   * @param words how the officer came to know, at least 10 characters; or the person's own, perhaps
   *     empty
   * @param officer null where the person objected by their link
   * @param on in London
   */
  public boolean end(
      UUID requesterId, Cause cause, String words, @Nullable UUID officer, LocalDate on) {
    return authorities.end(claimed(requesterId).authority().id(), cause, words, officer, on);
  }

  private AuthorityOnRecord claimed(UUID requesterId) {
    return records.of(requesterId).orElseThrow(() -> new Refusal("not-a-representative"));
  }
}
