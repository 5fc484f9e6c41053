package candour.ledger.matching;

import candour.identity.Identity;
import candour.identity.Names;
import candour.identity.PartialDate;
import candour.ledger.Candidate;
import candour.ledger.Candidate.Basis;
import candour.ledger.Candidate.Certainty;
import candour.ledger.PolicyDecision.WithinAgreement;
import candour.ledger.entries.Disclosures;
import candour.ledger.entries.Entry;
import candour.ledger.entries.Found;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the people that entries are about. With certainty an entry is about somebody whose identity
 * was accepted, whose full name and whole date of birth it has, and who is the only such person;
 * anything less is for an officer to judge.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Matching {

  private final Identity identity;
  private final Disclosures disclosures;
  private final Matches matches;

  Matching(Identity identity, Disclosures disclosures, Matches matches) {
    this.identity = identity;
    this.disclosures = disclosures;
    this.matches = matches;
  }

  /**
   * Before entries are brought in: returns the moment since which {@link #settled} looks for
   * people.
   */
  public Instant begins() {
    return identity.settle();
  }

  /**
   * When all entries are in: looks for those about people who were accepted meanwhile. Whoever
   * accepted them did not see the entries, and the entries came before them.
   *
   * @param since what {@link #begins} returned
   */
  public void settled(Instant since) {
    identity.acceptedSince(since).forEach(this::known);
  }

  /** Looks for the people that new entries are about. */
  public void entered(List<Entry> entries) {
    var names = entries.stream().map(entry -> entry.row().nameKey()).collect(Collectors.toSet());
    Map<String, List<Person>> people =
        confirmed(names).collect(Collectors.groupingBy(Person::nameKey));
    for (var entry : entries) {
      var row = entry.row();
      var fitting =
          people.getOrDefault(row.nameKey(), List.of()).stream()
              .filter(
                  it -> fits(it, row.nameKey(), BornText.read(row.personBorn(), row.asked().on())))
              .toList();
      if (fitting.size() == 1) {
        matched(entry, fitting.getFirst());
      }
    }
  }

  private void matched(Entry entry, Person person) {
    matches.certain(entry.id(), person.id());
    if (entry.decision() instanceof WithinAgreement within && within.inForce().shownAtOnce()) {
      matches.showAtOnce(entry.id(), person.id(), entry.row().asked().on());
    }
  }

  /** Looks for entries about somebody; without effect unless their identity was accepted. */
  public void known(UUID subjectId) {
    var person = Person.of(identity.subject(subjectId));
    var namesakes = confirmed(List.of(person.nameKey())).toList();
    if (!namesakes.contains(person)) {
      return;
    }
    for (var found : disclosures.named(List.of(person.nameKey()), subjectId)) {
      var born = born(found);
      var fitting = namesakes.stream().filter(it -> fits(it, person.nameKey(), born)).toList();
      if (fitting.equals(List.of(person))) {
        matched(found, person);
      }
    }
  }

  private void matched(Found found, Person person) {
    var disclosure = found.disclosure();
    if (matches.certain(disclosure.id(), person.id()) && found.shownAtOnce()) {
      matches.showAtOnce(disclosure.id(), person.id(), disclosure.asked().on());
    }
  }

  /** Every entry that is, or may be, about the person; newest ask first. */
  public List<Candidate> candidates(UUID subjectId) {
    var person = Person.of(identity.subject(subjectId));
    if (person.nameKeys().isEmpty()) {
      return List.of();
    }
    return disclosures.named(person.nameKeys(), subjectId).stream()
        .flatMap(found -> candidate(found, person).stream())
        .toList();
  }

  /**
   * An officer finds that an entry is about the person and may be seen by them.
   *
   * @throws Refusal {@code identity-not-accepted} if nobody accepted that they are who they say;
   *     {@code not-a-candidate} if the entry has no name of theirs or another birth
   */
  public void clear(UUID disclosureId, UUID subjectId, Officer officer, String reason) {
    var person = Person.of(identity.subject(subjectId));
    if (confirmed(List.of(person.nameKey())).noneMatch(person::equals)) {
      throw new Refusal("identity-not-accepted");
    }
    var candidate =
        candidates(subjectId).stream()
            .filter(it -> it.disclosure().id().equals(disclosureId))
            .findFirst()
            .orElseThrow(() -> new Refusal("not-a-candidate"));
    if (candidate.certainty() == Certainty.PROBABLE) {
      matches.probable(disclosureId, subjectId, candidate.basis(), officer.id());
    }
    matches.show(
        disclosureId, subjectId, candidate.disclosure().asked().on(), officer.id(), reason.strip());
  }

  private Stream<Person> confirmed(Collection<String> nameKeys) {
    return identity.confirmed(nameKeys).stream().map(Person::of);
  }

  private static boolean fits(Person person, String nameKey, Optional<PartialDate> born) {
    return person.inCommon(nameKey, born).equals(Optional.of(Basis.FULL_NAME_AND_BIRTH));
  }

  private static Optional<Candidate> candidate(Found found, Person person) {
    var certainty = found.certainty();
    var basis = found.basis();
    if (certainty != null && basis != null) {
      return Optional.of(candidate(found, certainty, basis));
    }
    return person
        .inCommon(Names.key(found.personName()), born(found))
        .map(common ->
            candidate(
                found,
                Certainty.PROBABLE,
                common == Basis.FULL_NAME_AND_BIRTH
                    ? Basis.FULL_NAME_AND_BIRTH_UNSETTLED
                    : common));
  }

  private static Candidate candidate(Found found, Certainty certainty, Basis basis) {
    return new Candidate(
        found.disclosure(),
        found.personName(),
        found.personBorn(),
        certainty,
        basis,
        found.shown());
  }

  private static Optional<PartialDate> born(Found found) {
    return BornText.read(found.personBorn(), found.disclosure().asked().on());
  }
}
