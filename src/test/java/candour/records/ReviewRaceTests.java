package candour.records;

import static candour.records.RecordsScene.THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Refusal;
import candour.records.RecordsScene.Opened;
import candour.records.redaction.Preparation.Prepared;
import candour.records.redaction.PreparedPages;
import candour.support.PortalTest;
import candour.support.Races;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What changes while a page is drawn, which no transaction covers. */
@PortalTest
class ReviewRaceTests {

  @Autowired RecordsScene scene;
  @Autowired PageDecisions decisions;

  private Opened at;
  private PageKey page;

  @BeforeEach
  void a_page_that_nobody_has_decided_on() {
    at = scene.open();
    page = scene.collect(at, "A");
  }

  @Test
  void a_page_drawn_before_another_decision_is_not_released() {
    var draft = draft();
    var ground = scene.withhold(at, page, THIRD_PARTY);
    assertThatThrownBy(() -> finish(draft))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("page-decided-meanwhile"));
    assertThat(scene.outcome(at, page)).isEqualTo(new PageOutcome.Withheld(ground));
  }

  @Test
  void a_page_that_was_drawn_and_never_stored_stays_undecided() {
    draft();
    assertThat(scene.outcome(at, page)).isEqualTo(new PageOutcome.Undecided());
    assertThat(scene.decisions(at, page)).isZero();
  }

  @Test
  void of_twenty_releases_at_once_one_counts_and_the_others_are_told() throws Exception {
    var drafts = IntStream.range(0, 20).mapToObj(_ -> draft()).toList();
    var refusals =
        Races.atOnce(drafts.stream().map(it -> Races.refusal(() -> finish(it))).toList());
    assertThat(refusals).filteredOn(Races.KEPT::equals).hasSize(1);
    assertThat(refusals).filteredOn("page-decided-meanwhile"::equals).hasSize(19);
    assertThat(scene.decisions(at, page)).isOne();
    assertThat(scene.outcome(at, page)).isInstanceOf(PageOutcome.Released.class);
  }

  private PageDecisions.Draft draft() {
    return at.officer().acting().call(() -> decisions.draft(page, List.of()));
  }

  private void finish(PageDecisions.Draft draft) {
    var drawn = PreparedPages.prepare(draft.file(), 1, draft.regions(), draft.labels());
    var rebuilt = ((Prepared) drawn).page();
    at.officer().acting().run(() -> decisions.release(draft, rebuilt, at.officer()));
  }
}
