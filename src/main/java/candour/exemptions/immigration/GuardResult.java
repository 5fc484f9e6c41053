package candour.exemptions.immigration;

import candour.platform.Refusal;

/**
 * What the guard says of a case. Only {@link WindrushGuard} can say {@link Clear}, so nobody gets
 * past it without having asked.
 */
public sealed interface GuardResult {

  /** The exemption may be considered. */
  final class Clear implements GuardResult {

    Clear() {}

    @Override
    public void refuseIfBlocked() {}
  }

  /**
   * The exemption cannot be used.
   *
   * @param rule the rule that stands in the way, such as {@code windrush-guard}
   */
  record Blocked(String rule) implements GuardResult {

    @Override
    public void refuseIfBlocked() {
      throw new Refusal(rule);
    }
  }

  /** Throws the {@link Refusal} that names the rule, if there is one. */
  void refuseIfBlocked();
}
