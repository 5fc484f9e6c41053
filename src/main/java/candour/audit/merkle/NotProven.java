package candour.audit.merkle;

/** What was presented does not prove what it claims: it is malformed, truncated or false. */
public class NotProven extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotProven(String reason) {
    super(reason);
  }

  static void unless(boolean condition, String reason) {
    if (!condition) {
      throw new NotProven(reason);
    }
  }
}
