package candour.identity;

import candour.platform.Identifiers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a representative says they may do for somebody, and why. It is a claim until an officer has
 * ruled on it.
 *
 * @param words what they say and can show about it
 * @param startsOn the first day in London on which it holds
 * @param endsOn the last; it is over at midnight
 * @param child about a child; null unless a parent asks
 * @param reach how the person themselves can be told, apart from their representative
 */
public record AuthorityToAct(
    UUID id,
    Basis basis,
    String words,
    Scope scope,
    LocalDate startsOn,
    LocalDate endsOn,
    @Nullable ChildsWord child,
    Reach reach) {

  /** How long an authority without an end of its own is taken to last. */
  public static final int YEARS = 1;

  /** When a parent's word for their child ends in any case. */
  public static final int OF_AGE = 18;

  /** An authority not known yet. */
  public static AuthorityToAct claimed(
      Basis basis,
      String words,
      Scope scope,
      LocalDate startsOn,
      LocalDate endsOn,
      @Nullable ChildsWord child,
      Reach reach) {
    return new AuthorityToAct(
        Identifiers.next(), basis, words.strip(), scope, startsOn, endsOn, child, reach);
  }

  /** On what it rests. */
  public enum Basis {
    PARENTAL_RESPONSIBILITY,
    SIGNED_LETTER,
    POWER_OF_ATTORNEY,
    COURT_ORDER,
    WILL,
    PROBATE,
    CLOSEST_RELATIVE;

    /** On what somebody in that capacity may rest. */
    public static List<Basis> of(Capacity capacity) {
      return switch (capacity) {
        case SELF -> List.of();
        case PARENT -> List.of(PARENTAL_RESPONSIBILITY, COURT_ORDER);
        case RELATIVE_OR_FRIEND, ADVISER -> List.of(SIGNED_LETTER, POWER_OF_ATTORNEY, COURT_ORDER);
        case EXECUTOR -> List.of(WILL, PROBATE, CLOSEST_RELATIVE);
      };
    }
  }

  /** What it covers. */
  public enum Scope {
    /** To ask and to follow; the answer goes to the person. */
    FOLLOW,
    /** To be given the answer as well. */
    RECEIVE
  }

  /**
   * What a parent says of their child. In Scotland a child of twelve is presumed to understand what
   * it means to ask (Data Protection Act 2018, s.208); elsewhere it depends on the child.
   *
   * @param twelveInScotland whether the child lives there and is twelve or over
   * @param words why a parent asks all the same for a child who decides for themselves
   */
  public record ChildsWord(Understanding understanding, boolean twelveInScotland, String words) {

    /** Whether it takes a reason why the parent asks and not the child. */
    public boolean needsWords() {
      return switch (understanding) {
        case AGREES -> false;
        case HAS_NOT_AGREED -> true;
        case DOES_NOT_UNDERSTAND -> twelveInScotland;
      };
    }
  }

  /** Whether a child understands what it means to ask for their records, and agrees. */
  public enum Understanding {
    AGREES,
    HAS_NOT_AGREED,
    DOES_NOT_UNDERSTAND
  }

  /**
   * How the person themselves can be told; perhaps in no way.
   *
   * @param words why there is none
   */
  public record Reach(
      @Nullable String email,
      @Nullable String phone,
      @Nullable String postalAddress,
      String words) {

    /** Nobody is there to be told: the person died, or is too young to understand. */
    public static final Reach NOBODY = new Reach(null, null, null, "");

    /** Whether there is a way. */
    public boolean isKnown() {
      return email != null || phone != null || postalAddress != null;
    }
  }
}
