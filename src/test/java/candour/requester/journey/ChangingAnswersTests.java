package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Extent;
import candour.casework.Purpose;
import candour.casework.Want;
import candour.identity.AuthorityToAct.Basis;
import candour.identity.AuthorityToAct.Scope;
import candour.identity.AuthorityToAct.Understanding;
import candour.identity.Capacity;
import candour.identity.IdentityRoute;
import candour.requester.journey.FindingYou.Known;
import candour.requester.journey.WhoFor.Whose;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every state that any order of answering and changing leads to, where each answer bears the mark
 * of whom it was given about.
 */
class ChangingAnswersTests {

  private static final Set<Answers> STATES = new HashSet<>();

  /** What the page of these answers could be answered with, in a few ways. */
  private static Stream<Answer> possible(Journey.Page page, Answers answers) {
    var capacity = WhoFor.capacity(answers);
    var whose = WhoFor.whose(answers);
    return switch (page.name()) {
      case "who-for" -> Stream.of(Capacity.values()).map(WhoFor::new);
      case "about-you" -> Stream.of(new AboutYou(capacity.name(), "", "", null, ""));
      case "child" ->
          Stream.of(Understanding.values()).map(word -> new Child(word, false, "because"));
      case "your-authority" ->
          Basis.of(capacity).stream()
              .limit(1)
              .map(basis -> new YourAuthority(basis, capacity.name(), Scope.FOLLOW, null, null))
              .map(it -> it.asked(ReachingThem.canBeTold(answers)));
      case "reaching-them" ->
          Stream.of(new ReachingThem(ReachingThem.Known.NO_WAY, "", "", "", whose.name()));
      case "your-name" -> Stream.of(new YourName(whose.name(), ""));
      case "date-of-birth" ->
          Stream.of(new DateOfBirth(DateOfBirth.Known.NOT_KNOWN, null, whose.name()));
      case "what-you-want" ->
          Stream.of(Extent.DISCLOSURES, Extent.NAMED_DOCUMENTS, Extent.FILES)
              .map(it -> new WhatYouWant(it, ""));
      case "which-documents" -> Stream.of(new WhichDocuments("A", "", "", "", ""));
      case "which-records" -> Stream.of(new WhichRecords(Set.of(Want.APPEAL)));
      case "finding-you" ->
          Stream.of(Known.NONE, Known.ARRIVAL).map(it -> new FindingYou(Set.of(it)));
      case "reference-numbers" -> Stream.of(ReferenceNumbers.BLANK);
      case "passports" -> Stream.of(Passports.BLANK);
      case "arrival" ->
          Stream.of(new Arrival(new Arrival.Typed(whose.name(), "", null, ""), null, null));
      case "addresses" -> Stream.of(Addresses.BLANK);
      case "born-elsewhere" -> Stream.of(BornElsewhere.BLANK);
      case "period" -> Stream.of(new Period(Period.Span.EVERYTHING, "", ""));
      case "why" -> Stream.of(new Why(Purpose.NOT_SAID));
      case "urgent" -> Stream.of(new Urgent(null, "", whose.name()));
      case "how-to-reach-you" -> Stream.of(new HowToReachYou("a@example.org", "", ""));
      case "safe-contact" -> Stream.of(SafeContact.BLANK);
      case "showing-who-you-are" ->
          Stream.of(
              new ShowingWhoYouAre(
                  Set.of(IdentityRoute.TALK_TO_ME), null, null, null, whose.name()));
      case "evidence" -> Stream.of(new SentFiles(List.of(whose.name())));
      default -> throw new AssertionError("Say how " + page.name() + " can be answered");
    };
  }

  private static Stream<Answers> changes(Answers answers) {
    return Journey.PAGES.stream()
        .filter(page -> Journey.isReachable(page.path(), answers))
        .flatMap(page -> possible(page, answers))
        .map(answer -> Journey.with(answers, answer));
  }

  @BeforeAll
  static void walk_every_way() {
    var ahead = new ArrayDeque<>(List.of(Answers.NONE));
    STATES.add(Answers.NONE);
    while (!ahead.isEmpty()) {
      changes(ahead.remove()).filter(STATES::add).forEach(ahead::add);
    }
    assertThat(STATES).hasSizeGreaterThan(400);
  }

  @Test
  void no_answer_is_kept_to_a_question_that_is_not_asked() {
    assertThat(STATES)
        .allSatisfy(answers ->
            assertThat(Journey.pages(answers).map(Journey.Page::answer))
                .containsAll(answers.given().keySet()));
  }

  @Test
  void no_answer_is_kept_that_was_given_about_somebody_else() {
    assertThat(STATES).allSatisfy(ChangingAnswersTests::is_about_whom_it_says);
  }

  private static void is_about_whom_it_says(Answers answers) {
    var capacity = WhoFor.capacity(answers).name();
    var whose = WhoFor.whose(answers).name();
    var marks =
        Stream.of(
            answers.find(AboutYou.class).map(it -> it.fullName().equals(capacity)),
            answers.find(YourAuthority.class).map(it -> it.words().equals(capacity)),
            answers.find(ReachingThem.class).map(it -> it.words().equals(whose)),
            answers.find(YourName.class).map(it -> it.fullName().equals(whose)),
            answers.find(Arrival.class).map(it -> it.first().vessel().equals(whose)),
            answers.find(Urgent.class).map(it -> it.words().equals(whose)),
            answers.find(DateOfBirth.class).map(it -> it.words().equals(whose)),
            answers.find(ShowingWhoYouAre.class).map(it -> it.words().equals(whose)),
            answers.find(SentFiles.class).map(it -> it.names().contains(whose)));
    assertThat(marks).allSatisfy(mark -> assertThat(mark.orElse(true)).isTrue());
  }

  @Test
  void whoever_cannot_be_told_leaves_no_choice_of_who_gets_the_answer() {
    assertThat(STATES)
        .filteredOn(answers -> answers.has(YourAuthority.class))
        .allSatisfy(answers ->
            assertThat(answers.get(YourAuthority.class).scope())
                .isEqualTo(ReachingThem.canBeTold(answers) ? Scope.FOLLOW : Scope.RECEIVE));
  }

  @Test
  void from_everywhere_the_check_is_reached_by_answering_what_is_asked() {
    assertThat(STATES)
        .allSatisfy(state -> {
          var answers = state;
          for (var open = Journey.firstOpen(answers);
              open.isPresent();
              open = Journey.firstOpen(answers)) {
            var before = answers.given().size();
            answers =
                Journey.with(
                    answers, possible(open.orElseThrow(), answers).findFirst().orElseThrow());
            assertThat(answers.given()).hasSize(before + 1);
          }
          assertThat(Journey.next(answers)).isEqualTo(Journey.CHECK);
        });
  }

  @Test
  void answering_the_same_again_loses_nothing() {
    assertThat(STATES)
        .allSatisfy(answers ->
            answers
                .given()
                .values()
                .forEach(answer -> assertThat(Journey.with(answers, answer)).isEqualTo(answers)));
  }

  @Test
  void a_question_that_became_another_meanwhile_is_not_answered_with_the_old() {
    var mine = Journey.with(Answers.NONE, new WhoFor(Capacity.SELF));
    var childs = Journey.with(mine, new WhoFor(Capacity.PARENT));
    var clients = Journey.with(mine, new WhoFor(Capacity.ADVISER));
    var friends = Journey.with(mine, new WhoFor(Capacity.RELATIVE_OR_FRIEND));
    var name = Journey.pageOf(new YourName("", ""));
    assertThat(name.asksAlike(mine, childs)).isFalse();
    assertThat(name.asksAlike(clients, friends)).isTrue();
    assertThat(Journey.pageOf(AboutYou.BLANK).asksAlike(clients, friends)).isFalse();
    assertThat(Journey.pageOf(Child.BLANK).asksAlike(mine, childs)).isFalse();
  }

  @Test
  void only_an_answer_about_the_person_asks_anew_about_the_person() {
    assertThat(STATES)
        .filteredOn(answers -> WhoFor.whose(answers) == Whose.THEIRS)
        .filteredOn(answers -> answers.has(YourName.class))
        .allSatisfy(answers ->
            assertThat(
                    Stream.of(Capacity.ADVISER, Capacity.RELATIVE_OR_FRIEND, Capacity.EXECUTOR)
                        .map(capacity -> Journey.with(answers, new WhoFor(capacity)))
                        .map(it -> it.find(YourName.class).orElse(null))
                        .filter(Objects::nonNull))
                .hasSize(3));
  }
}
