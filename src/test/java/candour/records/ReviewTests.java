package candour.records;

import static candour.records.RecordsScene.THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Refusal;
import candour.records.RecordsScene.Opened;
import candour.support.PdfText;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What officers decide on pages, and what comes of it. */
@PortalTest
class ReviewTests {

  @Autowired RecordsScene scene;
  @Autowired Samples samples;

  private Opened at;

  @BeforeEach
  void a_case_with_a_search_that_found_something() {
    at = scene.open();
  }

  @Test
  void a_redacted_page_is_rebuilt_without_what_was_marked() {
    var page = scene.collect(at, "Known to Leonard Whitcombe of Acre Lane");
    var mark = new Mark(new Place(0, 0, 1, 0.2), scene.relied(at, page, THIRD_PARTY));
    assertThat(scene.release(at, page, mark)).isEqualTo(new Decided.Done());
    var outcome = (PageOutcome.Redacted) scene.outcome(at, page);
    assertThat(outcome.marks()).containsExactly(mark);
    assertThat(PdfText.of(scene.read(at, outcome.prepared())))
        .contains("Foot of the page")
        .doesNotContain("Whitcombe");
  }

  @Test
  void a_page_can_be_released_whole_then_withheld_and_both_decisions_stay() {
    var page = scene.collect(at, "Nothing secret");
    assertThat(scene.release(at, page)).isEqualTo(new Decided.Done());
    assertThat(scene.outcome(at, page)).isInstanceOf(PageOutcome.Released.class);
    var ground = scene.withhold(at, page, THIRD_PARTY);
    assertThat(scene.outcome(at, page)).isEqualTo(new PageOutcome.Withheld(ground));
    assertThat(scene.decisions(at, page)).isEqualTo(2);
  }

  @Test
  void each_step_leaves_an_entry_in_the_log() {
    scene.release(at, scene.collect(at, "Nothing secret"));
    assertThat(samples.logged(at.reference())).contains("record.collected", "page.decided");
  }

  @Test
  void an_immigration_ground_without_a_determination_is_refused() {
    var page = scene.collect(at, "A");
    var none = new Ground("IMMIGRATION", UUID.randomUUID());
    assertThatThrownBy(() -> scene.withhold(at, page, none))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("withheld-without-determination"));
    assertThatThrownBy(() -> scene.release(at, page, new Mark(new Place(0, 0, 1, 1), none)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.rule()).isEqualTo("withheld-without-determination"));
    assertThat(scene.decisions(at, page)).isZero();
  }

  @Test
  void a_ground_that_is_not_written_down_for_the_page_is_refused() {
    var page = scene.collect(at, "A", "B");
    var second = new PageKey(at.reference(), page.record(), 2);
    var elsewhere = scene.relied(at, scene.collect(at, "C"), THIRD_PARTY);
    for (var ground :
        List.of(
            new Ground(THIRD_PARTY, UUID.randomUUID()),
            scene.relied(at, second, THIRD_PARTY),
            elsewhere,
            new Ground("LEGAL_PRIVILEGE", scene.relied(at, page, THIRD_PARTY).basis()))) {
      assertThatThrownBy(() -> scene.withhold(at, page, ground))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.rule()).isEqualTo("other-grounds-are-written-down"));
    }
    assertThat(scene.decisions(at, page)).isZero();
  }

  @Test
  void nothing_is_drawn_while_a_transaction_holds_a_connection() {
    var page = scene.collect(at, "A");
    assertThatThrownBy(() -> scene.work(at, () -> scene.release(at, page)))
        .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
  }
}
