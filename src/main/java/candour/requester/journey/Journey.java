package candour.requester.journey;

import candour.requester.journey.FindingYou.Known;
import candour.requester.journey.WhoFor.Whose;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of asking, in order. A new question is one line here. */
final class Journey {

  static final String START = "/";
  static final String FIRST = "/request/who-for";
  static final String CHECK = "/request/check-your-answers";
  static final String SENT = "/request/sent";

  /** Every question; one that does not apply to what was answered before it is left out. */
  static final List<Page> PAGES =
      List.of(
          Page.always("who-for", WhoFor.class).opening("person"),
          Page.when("about-you", AboutYou.class, WhoFor::represents).restingOn(WhoFor::capacity),
          Page.when("child", Child.class, answers -> WhoFor.whose(answers) == Whose.CHILDS),
          Page.when("your-authority", YourAuthority.class, WhoFor::represents)
              .restingOn(WhoFor::capacity, ReachingThem::canBeTold),
          Page.when("reaching-them", ReachingThem.class, ReachingThem::canBeTold)
              .restingOn(WhoFor::whose),
          Page.always("your-name", YourName.class).restingOn(WhoFor::whose),
          Page.always("date-of-birth", DateOfBirth.class).restingOn(WhoFor::whose),
          Page.always("what-you-want", WhatYouWant.class).opening("wanted"),
          Page.when("which-documents", WhichDocuments.class, WhatYouWant::names),
          Page.when("which-records", WhichRecords.class, WhatYouWant::wantsFiles),
          Page.when("period", Period.class, WhatYouWant::hasPeriod),
          Page.always("finding-you", FindingYou.class).opening("finding").restingOn(WhoFor::whose),
          finding("reference-numbers", ReferenceNumbers.class, Known.REFERENCE_NUMBERS),
          finding("passports", Passports.class, Known.PASSPORTS),
          finding("arrival", Arrival.class, Known.ARRIVAL),
          finding("addresses", Addresses.class, Known.ADDRESSES),
          finding("born-elsewhere", BornElsewhere.class, Known.BORN_ELSEWHERE),
          Page.always("why", Why.class).opening("why"),
          Page.always("urgent", Urgent.class).restingOn(WhoFor::whose),
          Page.always("how-to-reach-you", HowToReachYou.class).opening("reaching"),
          Page.always("safe-contact", SafeContact.class).restingOn(SafeContact::ways),
          Page.always("showing-who-you-are", ShowingWhoYouAre.class)
              .opening("showing")
              .restingOn(WhoFor::whose),
          Page.always("evidence", SentFiles.class).restingOn(WhoFor::whose));

  private static Page finding(String name, Class<? extends Answer> answer, Known about) {
    return Page.when(name, answer, FindingYou.says(about)).restingOn(WhoFor::whose);
  }

  /**
   * One question.
   *
   * @param name the last part of its address, and the name of its template
   * @param appliesTo whether it is asked, by the answers of earlier pages
   * @param restsOn what of earlier answers it was asked under: once that has changed, what was
   *     answered was said of something else
   * @param part the part of the answers that it opens; null for one that goes on with it
   */
  record Page(
      String name,
      Class<? extends Answer> answer,
      Predicate<Answers> appliesTo,
      List<Function<Answers, ?>> restsOn,
      @Nullable String part) {

    static Page always(String name, Class<? extends Answer> answer) {
      return when(name, answer, _ -> true);
    }

    static Page when(String name, Class<? extends Answer> answer, Predicate<Answers> appliesTo) {
      return new Page(name, answer, appliesTo, List.of(), null);
    }

    @SafeVarargs
    final Page restingOn(Function<Answers, ?>... restsOn) {
      return new Page(name, answer, appliesTo, List.of(restsOn), part);
    }

    /** The same, which opens a part of the answers and is asked of everybody. */
    Page opening(String part) {
      return new Page(name, answer, appliesTo, restsOn, part);
    }

    String path() {
      return "/request/" + name;
    }

    boolean isOpenIn(Answers answers) {
      return appliesTo.test(answers) && !answers.has(answer);
    }

    /** Whether the same question is asked after either of these answers. */
    boolean asksAlike(Answers before, Answers after) {
      return appliesTo.test(before) == appliesTo.test(after)
          && restsOn.stream().allMatch(it -> it.apply(before).equals(it.apply(after)));
    }

    /** What stands on this page when that was answered, after all that stands of earlier pages. */
    private Optional<Answer> standing(Answers before, Answer changed, Answers after) {
      if (!appliesTo.test(after)) {
        return Optional.empty();
      }
      return answer.isInstance(changed)
          ? Optional.of(changed)
          : before.find(answer).filter(_ -> asksAlike(before, after)).map(Answer.class::cast);
    }
  }

  private Journey() {}

  /** The page on which that was answered. */
  static Page pageOf(Answer answer) {
    return PAGES.stream()
        .filter(page -> page.answer().isInstance(answer))
        .findFirst()
        .orElseThrow();
  }

  /** These answers and that one; what no longer applies, or was said of something else, is gone. */
  static Answers with(Answers before, Answer answer) {
    var after = Answers.NONE;
    for (var page : PAGES) {
      after = page.standing(before, answer, after).map(after::with).orElse(after);
    }
    return after;
  }

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
