package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Extent;
import candour.casework.Purpose;
import candour.casework.Urgency;
import candour.casework.Urgency.Cause;
import candour.casework.Want;
import candour.identity.AuthorityToAct.Basis;
import candour.identity.AuthorityToAct.Scope;
import candour.identity.AuthorityToAct.Understanding;
import candour.identity.Capacity;
import candour.identity.Clue;
import candour.identity.IdentityRoute;
import candour.identity.Precautions.Not;
import candour.identity.TypedDate;
import candour.requester.journey.FindingYou.Known;
import candour.requester.journey.Journey.Page;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JourneyTests {

  /** What a parent answers, who is asked every question. */
  private static final List<Answer> ALL =
      List.of(
          new WhoFor(Capacity.PARENT),
          new AboutYou("Ada Clarke", "his mother", "", null, ""),
          new Child(Understanding.AGREES, false, ""),
          new YourAuthority(Basis.PARENTAL_RESPONSIBILITY, "", Scope.RECEIVE, null, null),
          new ReachingThem(ReachingThem.Known.NO_WAY, "", "", "", "He lives with me"),
          new YourName("Winston Clarke", ""),
          new DateOfBirth(DateOfBirth.Known.ALL_OR_PART, new TypedDate("", "", "2012", true), ""),
          new WhatYouWant(Extent.FILES, ""),
          new WhichDocuments("The letter of 1988", "", "", "", ""),
          new WhichRecords(Set.of(Want.APPEAL)),
          new Period(Period.Span.EVERYTHING, "", ""),
          new FindingYou(EnumSet.complementOf(EnumSet.of(Known.NONE))),
          new ReferenceNumbers("C 1", "", "", "", "", ""),
          Passports.BLANK,
          new Arrival(new Arrival.Typed("SS Ascania", "", null, ""), null, null),
          Addresses.BLANK,
          BornElsewhere.BLANK,
          new Why(Purpose.NOT_SAID),
          Urgent.BLANK,
          new HowToReachYou("w@example.org", "", ""),
          SafeContact.BLANK,
          new ShowingWhoYouAre(Set.of(IdentityRoute.TALK_TO_ME), null, null, null, ""),
          new SentFiles(List.of()));

  private static final int EVERY = (1 << ALL.size()) - 1;

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static final Answers HISTORY_ONLY =
      Journey.with(answered(EVERY), new WhatYouWant(Extent.DISCLOSURES, ""));

  /** The answers whose bits are set. */
  private static Answers answered(int bits) {
    return IntStream.range(0, ALL.size())
        .filter(page -> (bits & 1 << page) != 0)
        .mapToObj(ALL::get)
        .reduce(Answers.NONE, Answers::with, (a, _) -> a);
  }

  /** Every beginning of the journey, whole or without one or two of its answers. */
  private static Stream<Answers> everySelection() {
    return IntStream.rangeClosed(0, ALL.size())
        .boxed()
        .flatMap(end ->
            IntStream.rangeClosed(0, end)
                .boxed()
                .flatMap(one ->
                    IntStream.rangeClosed(one, end)
                        .mapToObj(
                            other -> answered((1 << end) - 1 & ~(1 << one) & ~(1 << other)))));
  }

  @Test
  void every_answer_here_belongs_to_one_page_in_this_order() {
    assertThat(Journey.PAGES)
        .extracting(Page::answer)
        .isEqualTo(ALL.stream().map(Answer::getClass).toList());
  }

  @Test
  void goes_on_at_the_first_question_that_applies_and_is_open() {
    assertThat(everySelection())
        .allSatisfy(answers -> {
          var open = Journey.pages(answers).filter(page -> !answers.has(page.answer()));
          assertThat(Journey.next(answers))
              .isEqualTo(open.findFirst().map(Page::path).orElse(Journey.CHECK));
        });
  }

  @Test
  void nothing_beyond_the_first_open_question_can_be_opened() {
    assertThat(everySelection())
        .allSatisfy(answers -> {
          var paths = Journey.pages(answers).map(Page::path).toList();
          var next = Journey.next(answers);
          int reach = next.equals(Journey.CHECK) ? paths.size() : paths.indexOf(next);
          assertThat(paths)
              .allSatisfy(path ->
                  assertThat(Journey.isReachable(path, answers))
                      .isEqualTo(paths.indexOf(path) <= reach));
          assertThat(Journey.isReachable(Journey.CHECK, answers))
              .isEqualTo(next.equals(Journey.CHECK));
        });
  }

  @Test
  void unknown_pages_are_never_reachable() {
    assertThat(everySelection())
        .noneMatch(answers -> Journey.isReachable("/request/elsewhere", answers));
  }

  @Test
  void whoever_wants_the_history_of_disclosures_alone_is_asked_for_no_period() {
    assertThat(Journey.pages(HISTORY_ONLY).map(Page::name))
        .doesNotContain("which-documents", "which-records", "period");
    assertThat(Journey.isReachable("/request/period", HISTORY_ONLY)).isFalse();
  }

  @Test
  void a_question_that_a_change_brings_back_is_asked_next() {
    assertThat(Journey.next(HISTORY_ONLY)).isEqualTo(Journey.CHECK);
    var files = Journey.with(HISTORY_ONLY, new WhatYouWant(Extent.FILES, ""));
    assertThat(Journey.next(files)).isEqualTo("/request/which-records");
  }

  @Test
  void whoever_can_say_nothing_that_helps_to_find_them_is_asked_nothing_of_it() {
    var none = Journey.with(answered(EVERY), new FindingYou(Set.of(Known.NONE)));
    assertThat(Journey.pages(none).map(Page::name))
        .doesNotContain("reference-numbers", "passports", "arrival", "addresses", "born-elsewhere")
        .contains("finding-you");
    assertThat(Journey.next(none)).isEqualTo(Journey.CHECK);
    assertThat(FindingYou.clues(none, TODAY)).isEmpty();
  }

  @Test
  void a_clue_that_is_added_is_the_only_question_more() {
    var addresses = new FindingYou(Set.of(Known.ADDRESSES));
    var none = Journey.with(answered(EVERY), new FindingYou(Set.of(Known.NONE)));
    var more = Journey.with(none, addresses);
    assertThat(Journey.next(more)).isEqualTo("/request/addresses");
    var said = Journey.with(more, new Addresses("Leicester"));
    assertThat(Journey.next(said)).isEqualTo(Journey.CHECK);
    assertThat(FindingYou.clues(said, TODAY)).containsExactly(new Clue.Addresses("Leicester"));
    assertThat(Journey.with(Journey.with(said, new FindingYou(Set.of(Known.NONE))), addresses))
        .as("what was dropped does not come back")
        .isEqualTo(more);
  }

  @Test
  void whoever_ticks_something_beside_none_or_beside_everything_means_it() {
    assertThat(new FindingYou(EnumSet.of(Known.NONE, Known.ARRIVAL)).known())
        .containsExactly(Known.ARRIVAL);
    assertThat(new WhichRecords(EnumSet.of(Want.EVERYTHING, Want.APPEAL)).wants())
        .containsExactly(Want.EVERYTHING);
  }

  @Test
  void documents_are_those_that_were_named_in_whichever_boxes() {
    assertThat(new WhichDocuments(null, " ", "B", "", "A").named()).containsExactly("B", "A");
  }

  @Test
  void back_leads_to_the_question_before_and_at_last_to_the_check() {
    var halfway = answered(0b111);
    assertThat(Journey.before("/request/who-for", halfway)).isEqualTo("/");
    assertThat(Journey.before("/request/about-you", halfway)).isEqualTo("/request/who-for");
    assertThat(Journey.before("/request/about-you", answered(EVERY))).isEqualTo(Journey.CHECK);
    assertThat(Journey.before(Journey.CHECK, answered(EVERY))).isEqualTo("/request/evidence");
    assertThat(Journey.before("/request/why", HISTORY_ONLY)).isEqualTo(Journey.CHECK);
  }

  @Test
  void a_later_answer_replaces_the_earlier_one_of_its_page() {
    var answers = Journey.with(answered(EVERY), new YourName("Winston George Clarke", "Clark"));
    assertThat(answers.get(YourName.class).fullName()).isEqualTo("Winston George Clarke");
    assertThat(answers.given()).hasSize(ALL.size() - 1);
  }

  @Test
  void the_request_is_confirmed_by_mail_else_by_post_else_by_phone() {
    assertThat(reply(new HowToReachYou("a@b.example", "1", "x"))).isEqualTo(Draft.Reply.EMAIL);
    assertThat(reply(new HowToReachYou("", "1", "x"))).isEqualTo(Draft.Reply.POST);
    assertThat(reply(new HowToReachYou("", "1", ""))).isEqualTo(Draft.Reply.PHONE);
    assertThat(reply(new HowToReachYou("", "1", "x"), Not.LETTERS)).isEqualTo(Draft.Reply.PHONE);
  }

  private static Draft.Reply reply(HowToReachYou ways, Not... not) {
    return SafeContact.reply(
        Answers.NONE.with(ways).with(new SafeContact(Set.of(not), "", "", "")));
  }

  @Test
  void nothing_is_urgent_unless_somebody_says_so_in_whatever_way() {
    assertThat(Urgent.BLANK.said()).isNull();
    assertThat(new Urgent(Urgent.Reason.NOT_URGENT, "", "no").said()).isNull();
    assertThat(new Urgent(null, "in May", "").said())
        .isEqualTo(new Urgency(Cause.OTHER, "in May", ""));
    for (var cause : Cause.values()) {
      assertThat(new Urgent(Urgent.Reason.valueOf(cause.name()), "", "").said())
          .isEqualTo(new Urgency(cause, "", ""));
    }
  }

  @Test
  void no_reason_is_chosen_for_anybody_and_none_counts_as_not_said() {
    assertThat(Why.BLANK.purpose()).isNull();
    assertThat(Why.BLANK.said()).isEqualTo(Purpose.NOT_SAID);
  }
}
