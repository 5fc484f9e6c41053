package candour.audit;

import org.springframework.boot.test.context.TestComponent;

/** The nightly comparison of records and log, for tests of the log. */
@TestComponent
public class NightlyChecks {

  private final Testimony testimony;

  NightlyChecks(Testimony testimony) {
    this.testimony = testimony;
  }

  /** How many rows agree; see {@link Testimony#check}. */
  public long testimony() {
    return testimony.check().rows();
  }
}
