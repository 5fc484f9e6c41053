package candour.casework;

/** What came of a search. Finding nothing is a result, and says which kind of nothing. */
public sealed interface SearchResult {

  /** Records were found; at least one. */
  record Found(int records) implements SearchResult {}

  /** The system would hold it, and does not. */
  record NoInformationHeld() implements SearchResult {}

  /** Nothing of the kind was ever kept in the system. */
  record NeverHeld() implements SearchResult {}

  /** What the system held was destroyed under a policy. */
  record DestroyedUnderPolicy(DestroyedClass what) implements SearchResult {}

  /** The result's name where a text must name it, such as {@code NO_INFORMATION_HELD}. */
  default String kind() {
    return switch (this) {
      case Found _ -> "FOUND";
      case NoInformationHeld _ -> "NO_INFORMATION_HELD";
      case NeverHeld _ -> "NEVER_HELD";
      case DestroyedUnderPolicy _ -> "DESTROYED_UNDER_POLICY";
    };
  }
}
