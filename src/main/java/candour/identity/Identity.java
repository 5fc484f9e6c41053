package candour.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who asks, about whom, and what they have shown of it. Everything is added and nothing changed.
 * Reading what is not there, or not for whoever acts, is an {@link
 * org.springframework.dao.EmptyResultDataAccessException}.
 */
@Component
@Transactional
public class Identity {

  private final People people;
  private final Clues clues;
  private final Directory directory;
  private final ContactChanges contacts;
  private final Verifications verifications;

  Identity(
      People people,
      Clues clues,
      Directory directory,
      ContactChanges contacts,
      Verifications verifications) {
    this.people = people;
    this.clues = clues;
    this.directory = directory;
    this.contacts = contacts;
    this.verifications = verifications;
  }

  /** Puts a newcomer on record. */
  public Registered register(DataSubject subject, Requester requester) {
    return register(subject, requester, List.of());
  }

  /**
   * Puts a newcomer on record.
   *
   * @param known what helps to find records about the person; at most 20
   */
  public Registered register(DataSubject subject, Requester requester, List<Clue> known) {
    people.add(subject);
    people.add(requester);
    if (requester.precautions().isAny()) {
      contacts.mind(requester.id(), requester.precautions());
    }
    clues.add(requester.id(), known);
    directory.add(subject, requester, known);
    return new Registered(subject.id(), requester.id());
  }

  /** Puts somebody on record who is known as a data subject already. */
  public void add(Requester requester) {
    people.add(requester);
  }

  @Transactional(readOnly = true)
  public DataSubject subject(UUID subjectId) {
    return people.subject(subjectId);
  }

  @Transactional(readOnly = true)
  public Requester requester(UUID requesterId) {
    return people.requester(requesterId);
  }

  /**
   * What this requester said that helps to find records, in their order; for people at work only.
   */
  @Transactional(readOnly = true)
  public List<Clue> clues(UUID requesterId) {
    return clues.of(requesterId);
  }

  /** Everybody who gave this e-mail address, whatever its capitals; for people at work only. */
  @Transactional(readOnly = true)
  public List<Requester> reachedAt(String email) {
    return people.reachedAt(email.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Who asked, by the beginnings of words of any of their names, former ones too, of the numbers on
   * their papers, or by postcode; for people at work only. Accents and capitals do not matter,
   * words of one or two letters are whole, and all words must fit; how a number is divided does not
   * matter.
   *
   * @param most of them that are wanted
   * @return the people by the requester's identifier
   */
  @Transactional(readOnly = true)
  public Map<UUID, DataSubject> found(String words, int most) {
    return people.subjectsOf(directory.found(words, most));
  }

  /** Everybody of this full name, however it is spelt ({@link Names#key}); for people at work. */
  @Transactional(readOnly = true)
  public List<DataSubject> subjectsNamed(String fullName) {
    return people.subjectsNamed(fullName);
  }

  /**
   * Everybody whose identity was accepted and whose full name has one of these keys ({@link
   * Names#key}); for people at work only.
   */
  @Transactional(readOnly = true)
  public List<DataSubject> confirmed(Collection<String> nameKeys) {
    return people.confirmed(nameKeys);
  }

  /** Puts one look on record and returns its identifier; it has no effect on any clock. */
  public UUID verify(Verification verification) {
    return verifications.add(verification);
  }

  /** Every look on that occasion, earliest first. */
  @Transactional(readOnly = true)
  public List<Verified> verifications(UUID occasionId) {
    return verifications.on(occasionId);
  }

  /**
   * Waits until whoever is being accepted at this moment has been, and returns the time: everybody
   * accepted later is among {@link #acceptedSince}.
   */
  public Instant settle() {
    return verifications.settle();
  }

  /**
   * Everybody accepted since this moment; until the transaction ends nobody else is, so that what
   * it added is seen by whoever accepts somebody next.
   */
  public List<UUID> acceptedSince(Instant moment) {
    return verifications.acceptedSince(moment);
  }
}
