package candour.records.redaction;

import java.util.List;

/** What came of preparing a page: only {@link Prepared} may ever be released. */
public sealed interface Preparation {

  record Prepared(PreparedPage page) implements Preparation {}

  record NotDrawn(PageImage.Why why) implements Preparation {}

  /** The rebuilt page still tells something that was redacted, and was thrown away. */
  record Leaking(List<Leak> leaks) implements Preparation {

    public Leaking {
      leaks = List.copyOf(leaks);
    }
  }
}
