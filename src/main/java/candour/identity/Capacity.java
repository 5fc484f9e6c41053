package candour.identity;

/** In what capacity somebody asks: for themselves, or for whom. */
public enum Capacity {
  SELF,
  PARENT,
  RELATIVE_OR_FRIEND,
  ADVISER,
  EXECUTOR;

  /** Whether the records asked for are somebody else's. */
  public boolean represents() {
    return this != SELF;
  }
}
