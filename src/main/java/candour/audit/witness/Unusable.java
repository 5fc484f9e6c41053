package candour.audit.witness;

/** The program cannot do what it was asked to; the message says why, and what to do. */
class Unusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }

  Unusable(String message, Throwable cause) {
    super(message, cause);
  }
}
