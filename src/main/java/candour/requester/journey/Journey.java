package candour.requester.journey;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pages of asking, in order. A new question is one line here. */
final class Journey {

  static final String START = "/";
  static final String FIRST = "/request/for-myself";
  static final String CHECK = "/request/check-your-answers";
  static final String SENT = "/request/sent";

  /** Every question; one that does not apply to what was answered before it is left out. */
  static final List<Page> PAGES =
      List.of(
          Page.always("for-myself", ForMyself.class),
          Page.always("your-name", YourName.class),
          Page.always("date-of-birth", DateOfBirth.class),
          Page.always("what-you-want", WhatYouWant.class),
          Page.when(
              "period",
              Period.class,
              answers ->
                  answers.find(WhatYouWant.class).filter(WhatYouWant::hasPeriod).isPresent()),
          Page.always("why", Why.class),
          Page.always("how-to-reach-you", HowToReachYou.class),
          Page.always("showing-who-you-are", ShowingWhoYouAre.class));

  /**
   * One question.
   *
   * @param name the last part of its address, and the name of its template
   * @param appliesTo whether it is asked, by the answers of earlier pages
   */
  record Page(String name, Class<? extends Answer> answer, Predicate<Answers> appliesTo) {

    static Page always(String name, Class<? extends Answer> answer) {
      return new Page(name, answer, _ -> true);
    }

    static Page when(String name, Class<? extends Answer> answer, Predicate<Answers> appliesTo) {
      return new Page(name, answer, appliesTo);
    }

    String path() {
      return "/request/" + name;
    }

    boolean isOpenIn(Answers answers) {
      return appliesTo.test(answers) && !answers.has(answer);
    }
  }

  private Journey() {}

  /** The questions that apply to these answers. */
  static Stream<Page> pages(Answers answers) {
    return PAGES.stream().filter(page -> page.appliesTo().test(answers));
  }

  /** The first question not answered yet; empty when all is there to be checked. */
  static Optional<Page> firstOpen(Answers answers) {
    return PAGES.stream().filter(page -> page.isOpenIn(answers)).findFirst();
  }

  /** Where to go on: the first open question, or the page where all answers are checked. */
  static String next(Answers answers) {
    return firstOpen(answers).map(Page::path).orElse(CHECK);
  }

  /** Whether that page may be seen now: every question before it is answered. */
  static boolean isReachable(String path, Answers answers) {
    var open = next(answers);
    return path.equals(open)
        || pages(answers).takeWhile(page -> !page.path().equals(open)).anyMatch(at(path));
  }

  /** Where "back" leads: the check page once all is answered, else the question before. */
  static String before(String path, Answers answers) {
    if (firstOpen(answers).isEmpty() && !path.equals(CHECK)) {
      return CHECK;
    }
    return pages(answers)
        .takeWhile(page -> !page.path().equals(path))
        .reduce((_, later) -> later)
        .map(Page::path)
        .orElse(START);
  }

  private static Predicate<Page> at(String path) {
    return page -> page.path().equals(path);
  }
}
