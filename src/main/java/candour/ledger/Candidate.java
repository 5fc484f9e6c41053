package candour.ledger;

/**
 * An entry that is, or may be, about a person we know.
 *
 * @param nameAsGiven the name in the entry
 * @param bornAsGiven the date of birth in the entry, as it was written; perhaps blank
 * @param shown whether the person sees it
 */
public record Candidate(
    Disclosure disclosure,
    String nameAsGiven,
    String bornAsGiven,
    Certainty certainty,
    Basis basis,
    boolean shown) {

  /** How sure we are that an entry is about a person. */
  public enum Certainty implements Term {
    CERTAIN,
    PROBABLE;

    @Override
    public String messageKey() {
      return Term.key("certainty", name());
    }
  }

  /** What the entry and the person have in common. */
  public enum Basis implements Term {
    FULL_NAME_AND_BIRTH,
    FULL_NAME_AND_BIRTH_UNSETTLED,
    FULL_NAME_AND_PART_OF_BIRTH,
    FULL_NAME,
    OTHER_NAME_AND_BIRTH,
    OTHER_NAME_AND_PART_OF_BIRTH,
    OTHER_NAME;

    @Override
    public String messageKey() {
      return Term.key("basis", name());
    }
  }
}
