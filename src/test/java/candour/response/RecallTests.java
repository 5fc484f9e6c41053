package candour.response;

import static candour.response.Answering.THIRD_PARTY;
import static candour.response.ResponsesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Wish.Wanted;
import candour.casework.Wishes;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.support.Patience;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The time between a release and its leaving, in which it can be called back. */
@PortalTest
class RecallTests {

  private static final String REASON = "The second page names a neighbour.";

  @Autowired Responses responses;
  @Autowired Answering answering;
  @Autowired Wishes wishes;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private Three by;
  private Searched searched;
  private CaseReference reference;
  private UUID pack;

  @BeforeEach
  void an_approved_pack() {
    by = answering.officers();
    searched = answering.ready(by);
    reference = searched.reference();
    pack = answering.approved(reference, by);
  }

  @Test
  void nobody_is_told_and_nothing_leaves_while_it_can_be_recalled() {
    releasedForLater();
    refused("can-still-be-recalled", () -> answering.leave(pack));
    assertThat(asked()).isFalse();
    assertThat(posted.letters(reference)).isEmpty();
    assertThat(samples.logged(reference)).contains("pack.released").doesNotContain("response.sent");
  }

  @Test
  void what_is_recalled_never_leaves_and_a_new_pack_does() {
    releasedForLater();
    recall(by.caseworker(), REASON);
    answering.leave(pack);
    assertThat(asked()).isFalse();
    assertThat(samples.logged(reference)).contains("pack.recalled").doesNotContain("response.sent");
    refused("pack-is-recalled", () -> answering.release(reference, pack, by.releaser()));
    answering.released(reference, by);
    assertThat(asked()).isTrue();
    assertThat(posted.letters(reference)).hasSize(1);
  }

  @Test
  void a_case_that_changed_meanwhile_is_not_answered() {
    releasedForLater();
    var record = answering.collect(searched, by, "Late find", "One more");
    answering.leave(pack);
    assertThat(recallReasons()).containsExactly("pages-not-reviewed");
    answering.withhold(searched, by, record.id(), 1, THIRD_PARTY);
    assertThat(asked()).isFalse();
    answering.released(reference, by);
    assertThat(asked()).isTrue();
  }

  @Test
  void what_is_withdrawn_meanwhile_never_goes_out() {
    releasedForLater();
    samples
        .holderOf(reference)
        .acting()
        .run(() -> wishes.take(reference, Wanted.WITHDRAWAL, "", null));
    answering.leave(pack);
    assertThat(recallReasons()).containsExactly("request-is-withdrawn");
    assertThat(asked()).isFalse();
    refused("request-is-withdrawn", () -> answering.approved(reference, by));
  }

  @Test
  void one_release_at_a_time_is_under_way() {
    releasedForLater();
    var second = answering.approved(reference, by);
    refused("release-under-way", () -> answering.release(reference, second, by.releaser()));
    refused("release-under-way", () -> answering.release(reference, pack, by.releaser()));
  }

  @Test
  void a_recall_needs_an_officer_of_the_case_and_a_reason_and_comes_in_time() {
    refused("no-release-under-way", () -> recall(by.caseworker(), REASON));
    releasedForLater();
    refused("reason-needed", () -> recall(by.caseworker(), "  No.   "));
    refused("caseworkers-only", () -> recall(samples.officer("Gwen", Role.DISCLOSURES), REASON));
    var left = answering.released(answering.ready(by).reference(), by);
    assertThat(recallReasons()).isEmpty();
    refused("pack-has-left", () -> recallBySql(left));
  }

  @Test
  void it_leaves_by_itself_once_the_time_is_over() {
    by.releaser().acting().run(() -> responses.release(reference, pack, by.releaser()));
    Patience.until(this::asked);
    assertThat(samples.logged(reference))
        .containsSubsequence("pack.approved", "pack.released", "response.sent");
  }

  @Test
  void a_recall_and_a_departure_at_once_are_never_both() throws Exception {
    for (int round = 0; round < 5; round++) {
      an_approved_pack();
      by.releaser().acting().run(() -> responses.release(reference, pack, by.releaser()));
      var refusals =
          Races.atOnce(
              List.of(
                  Races.refusal(() -> recall(by.senior(), REASON)),
                  Races.refusal(() -> answering.leave(pack))));
      assertThat(refusals.getFirst()).isIn(Races.KEPT, "pack-has-left");
      assertThat(refusals.getLast()).isEqualTo(Races.KEPT);
      var left = !refusals.getFirst().equals(Races.KEPT);
      assertThat(asked()).isEqualTo(left);
      assertThat(posted.letters(reference)).hasSize(left ? 1 : 0);
    }
  }

  private void releasedForLater() {
    answering.releaseForLater(reference, pack, by.releaser());
  }

  private void recall(Officer officer, String reason) {
    officer.acting().run(() -> responses.recall(reference, pack, officer, reason));
  }

  private void recallBySql(UUID left) {
    samples.as(
        by.senior().acting(),
        () ->
            jdbc.sql(
                    "insert into response.recall (pack_id, case_id, recalled_by, reason)"
                        + " select pack_id, case_id, :by, :reason from response.release where pack_id = :pack")
                .param("by", by.senior().id())
                .param("reason", REASON)
                .param("pack", left)
                .update());
  }

  private boolean asked() {
    return !samples.holderOf(reference).acting().call(() -> responses.answers(reference)).isEmpty();
  }

  private List<String> recallReasons() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select reason from response.recall where case_id = :case")
                .param("case", reference.value())
                .query((row, _) -> row.getString(1))
                .list());
  }
}
