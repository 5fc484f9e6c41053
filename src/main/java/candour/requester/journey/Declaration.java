package candour.requester.journey;

import java.util.List;

/** What somebody says by sending a request, in the words that stand above the button. */
final class Declaration {

  /** Of the words below, in both languages: other words are another version. */
  static final String VERSION = "2026-11-22";

  static final List<String> WORDS =
      List.of(
          "check-your-answers.declare.true",
          "check-your-answers.declare.MINE",
          "check-your-answers.declare.CHILDS",
          "check-your-answers.declare.THEIRS",
          "check-your-answers.declare.wrong");

  private Declaration() {}
}
