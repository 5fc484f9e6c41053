package candour.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Listed.Place;
import candour.casework.Worklist.View;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ReopeningTests {

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Allocation allocation;
  @Autowired Worklist worklist;
  @Autowired JdbcClient jdbc;
  @Autowired Days days;

  private CaseReference reference;

  @BeforeEach
  void answer_a_case() {
    reference = samples.generalCase();
    work(() -> casework.close(reference, Outcome.DISCLOSED_IN_PART, days.today()));
  }

  @Test
  void an_answered_case_is_opened_again_once_and_keeps_its_answer() {
    var before = summary();
    assertThat(before.isOpen()).isFalse();
    assertThat(listed(new View.Answered())).contains(reference);
    assertThat(refusal(this::touch)).isEqualTo("case-is-answered");
    work(() -> casework.reopen(reference, Reopening.DETERMINATION_ENDED));
    work(() -> casework.reopen(reference, Reopening.GUARDED));
    var after = summary();
    assertThat(after.reopenedOn()).isEqualTo(days.today());
    assertThat(after.isOpen()).isTrue();
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(List.of(after.stage(), after.answeredOn(), after.outcome(), after.listedDueOn()))
        .isEqualTo(
            List.of(before.stage(), before.answeredOn(), before.outcome(), before.listedDueOn()));
    assertThat(count("casework.reopening")).isOne();
    assertThat(listed(new View.All())).contains(reference);
    assertThat(listed(new View.Answered())).doesNotContain(reference);
    assertThat(refusal(this::touch)).isNull();
    var ann = samples.officer("Ann", Role.CASEWORKER);
    work(() -> allocation.takeOn(reference, ann));
    assertThat(summary().allocatedTo()).isEqualTo("Ann");
    assertThat(refusal(() -> casework.close(reference, Outcome.DISCLOSED, days.today())))
        .as("the first answer stays")
        .isEqualTo("case-is-answered");
  }

  @Test
  void only_what_is_answered_is_opened_again_and_nobody_opens_it_by_hand() {
    var open = samples.generalCase();
    work(() -> casework.reopen(open, Reopening.GUARDED));
    assertThat(samples.as(Acting.system(), () -> casework.summary(open)).reopenedOn()).isNull();
    assertThat(refusal(() -> insert(open, "GUARDED", 0))).isEqualTo("not-answered");
    assertThat(refusal(() -> insert(reference, "GUARDED", -1))).isEqualTo("reopened-after-answer");
    assertThatThrownBy(() ->
            work(() ->
                jdbc.sql("update casework.request set reopened_on = current_date where case_id = ?")
                    .param(reference.value())
                    .update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void the_requester_reopens_their_own_case_by_its_guard_and_no_other() {
    var holder = samples.holderOf(reference).acting();
    var other = samples.holderOf(samples.generalCase()).acting();
    assertThatThrownBy(() -> as(other, () -> insert(reference, "GUARDED", 0))).isNotNull();
    assertThatThrownBy(() -> as(holder, () -> insert(reference, "DETERMINATION_ENDED", 0)))
        .hasStackTraceContaining("row-level security");
    as(holder, () -> casework.reopen(reference, Reopening.GUARDED));
    assertThat(summary().reopenedOn()).isEqualTo(days.today());
  }

  private void insert(CaseReference at, String because, int later) {
    jdbc.sql(
            "insert into casework.reopening (reopening_id, case_id, because, reopened_on)"
                + " values (gen_random_uuid(), ?, ?, ?)")
        .params(List.of(at.value(), because, days.today().plusDays(later)))
        .update();
  }

  private void touch() {
    jdbc.sql("select casework.touch(?)").param(reference.value()).query().singleValue();
  }

  private List<CaseReference> listed(View view) {
    var all = new ArrayList<CaseReference>();
    for (@Nullable Place place = Place.TOP; place != null; ) {
      var after = place;
      var page = samples.as(Acting.system(), () -> worklist.page(view, after));
      page.rows().forEach(row -> all.add(row.reference()));
      place = page.next();
    }
    return all;
  }

  private CaseSummary summary() {
    return samples.as(Acting.system(), () -> casework.summary(reference));
  }

  private long count(String table) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = ?")
                .param(reference.value())
                .query(Long.class)
                .single());
  }

  private @Nullable String refusal(Runnable work) {
    try {
      work(work);
      return null;
    } catch (Refusal refusal) {
      return refusal.rule();
    }
  }

  private void work(Runnable work) {
    as(Acting.system(), work);
  }

  private void as(Acting acting, Runnable work) {
    samples.run(acting, () -> work.run());
  }
}
