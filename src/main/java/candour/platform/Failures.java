package candour.platform;

import org.jspecify.annotations.Nullable;

/** What went wrong among many things that are each done by itself, and the others all the same. */
public final class Failures {

  private @Nullable RuntimeException first;

  /** Does it; what it throws is kept until {@link #report}. */
  public void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      if (first == null) {
        first = failure;
      } else {
        first.addSuppressed(failure);
      }
    }
  }

  /** Throws the first failure, with those after it as suppressed; nothing if there was none. */
  public void report() {
    if (first != null) {
      throw first;
    }
  }
}
