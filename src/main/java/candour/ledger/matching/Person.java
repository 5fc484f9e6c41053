package candour.ledger.matching;

import candour.identity.DataSubject;
import candour.identity.Names;
import candour.identity.PartialDate;
import candour.ledger.Candidate.Basis;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A person we know, as the ledger looks for them.
 *
 * @param otherNameKeys of every other name they gave
 */
record Person(UUID id, String nameKey, Set<String> otherNameKeys, PartialDate born) {

  /** "About 1962" may be this many years out. */
  private static final int ABOUT_YEARS = 2;

  static Person of(DataSubject subject) {
    return new Person(
        subject.id(),
        Names.key(subject.fullName()),
        subject.allOtherNames().stream()
            .map(Names::key)
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        subject.born());
  }

  /** Every name under which an entry may be about them. */
  Set<String> nameKeys() {
    var keys = new HashSet<>(otherNameKeys);
    if (!nameKey.isEmpty()) {
      keys.add(nameKey);
    }
    return keys;
  }

  /**
   * What an entry has in common with this person; empty if its name is none of theirs or its date
   * of birth speaks against them.
   *
   * @param entryBorn empty if the entry has no date
   */
  Optional<Basis> inCommon(String entryNameKey, Optional<PartialDate> entryBorn) {
    var agreement = entryBorn.map(this::compare).orElse(Birth.NOT_GIVEN);
    if (entryNameKey.isEmpty() || agreement == Birth.OTHER) {
      return Optional.empty();
    }
    if (entryNameKey.equals(nameKey)) {
      return Optional.of(agreement.withFullName);
    }
    return otherNameKeys.contains(entryNameKey)
        ? Optional.of(agreement.withOtherName)
        : Optional.empty();
  }

  private Birth compare(PartialDate other) {
    var year = born.year();
    var otherYear = other.year();
    if (year == null || otherYear == null) {
      return Birth.NOT_GIVEN;
    }
    if (born.approximate() || other.approximate()) {
      return Math.abs(year - otherYear) <= ABOUT_YEARS ? Birth.IN_PART : Birth.OTHER;
    }
    var otherMonth = other.month();
    var otherDay = other.day();
    if (!year.equals(otherYear)
        || (born.month() != null && otherMonth != null && born.month() != otherMonth)
        || (born.day() != null && otherDay != null && !born.day().equals(otherDay))) {
      return Birth.OTHER;
    }
    return born.day() != null && otherDay != null ? Birth.SAME_DAY : Birth.IN_PART;
  }

  /** How two dates of birth agree, and what that makes of an agreeing name. */
  private enum Birth {
    SAME_DAY(Basis.FULL_NAME_AND_BIRTH, Basis.OTHER_NAME_AND_BIRTH),
    IN_PART(Basis.FULL_NAME_AND_PART_OF_BIRTH, Basis.OTHER_NAME_AND_PART_OF_BIRTH),
    NOT_GIVEN(Basis.FULL_NAME, Basis.OTHER_NAME),
    OTHER(Basis.FULL_NAME, Basis.OTHER_NAME);

    private final Basis withFullName;
    private final Basis withOtherName;

    Birth(Basis withFullName, Basis withOtherName) {
      this.withFullName = withFullName;
      this.withOtherName = withOtherName;
    }
  }
}
