package candour.records.redaction;

/** Carries the reason why a page cannot be drawn out of the renderer; never leaves this package. */
final class NotDrawable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final PageImage.Why why;

  NotDrawable(PageImage.Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  PageImage.Why why() {
    return why;
  }
}
