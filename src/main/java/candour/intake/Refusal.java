package candour.intake;

/** Carries a reason for refusal out of the depths of a file; never leaves this package. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final IntakeResult.Reason reason;

  Refusal(IntakeResult.Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  IntakeResult.Reason reason() {
    return reason;
  }
}
