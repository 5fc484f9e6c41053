package candour.response;

/** What comes of asking for the answer with a release code. */
public sealed interface Download {

  /** The pack, a PDF; or the proof of it, a zip. */
  record File(String name, byte[] bytes) implements Download {}

  record WrongCode(int triesLeft) implements Download {}

  /** No code opens the answer now: too many tries or downloads, or too late. */
  record Closed() implements Download {}

  record NotReleased() implements Download {}

  /** The case was erased, and with it what could be handed over. */
  record Erased() implements Download {}

  /** The log has not signed it yet: a matter of a minute. */
  record NotYet() implements Download {}
}
