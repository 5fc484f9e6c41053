package candour.records;

import candour.records.redaction.PageImage;

/** What became of a decision on a page. */
public sealed interface Decided {

  record Done() implements Decided {}

  /** The page cannot be rebuilt, so it cannot be released; it may be withheld. */
  record NotRebuilt(PageImage.Why why) implements Decided {}

  /** The rebuilt page still told something of what was redacted; it was thrown away. */
  record Leaked(int leaks) implements Decided {}
}
