package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Visit;
import candour.casework.Visits;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reading who opened a request, as Estonia's data tracker is read: newest first, page by page, with
 * a total that no page changes, and for nobody but the person or whoever may act for them.
 */
@PortalTest
class TrackerReadingTests {

  private static final int ROWS = 2_345;
  private static final int PAGE = 1_000;
  private static final Instant FIRST = Instant.parse("2023-10-01T12:00:00Z");

  @Autowired Samples samples;
  @Autowired Visits visits;
  @Autowired JdbcClient jdbc;

  private CaseReference reference;
  private Officer officer;

  @BeforeEach
  void many_have_opened_a_request() {
    reference = samples.generalCase();
    officer = samples.officer("TEHIK", Role.CASEWORKER);
    visit("generate_series(0, " + (ROWS - 1) + ")");
  }

  private void visit(String series) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    insert into casework.visit (visit_id, case_id, officer_id, roles, unit, opened_at)
                    select gen_random_uuid(), :case, :officer, '{CASEWORKER}', 'Terviseportaal',
                      cast(:first as timestamptz) + n * interval '1 hour' from %s n
                    """
                        .formatted(series))
                .param("case", reference.value())
                .param("officer", officer.id())
                .param("first", FIRST.toString())
                .update());
  }

  @Test
  void pages_of_a_thousand_come_newest_first_without_repeats_while_a_new_row_arrives() {
    var sizes = new ArrayList<Integer>();
    var seen = new ArrayList<Visit>();
    UUID after = null;
    do {
      var page = page(reference, after);
      assertThat(total(reference)).isEqualTo(ROWS + sizes.size());
      sizes.add(page.size());
      seen.addAll(page);
      visit("generate_series(%d, %<d)".formatted(ROWS + sizes.size()));
      after = page.getLast().id();
    } while (sizes.getLast() == PAGE);
    assertThat(sizes).containsExactly(PAGE, PAGE, 345);
    assertThat(seen).extracting(Visit::openedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(new HashSet<>(seen)).hasSize(ROWS);
    assertThat(seen.getLast())
        .extracting(Visit::openedAt, Visit::roles, Visit::unit)
        .containsExactly(FIRST, List.of(Role.CASEWORKER), "Terviseportaal");
  }

  @Test
  void nobody_reads_what_is_about_somebody_else() {
    var other = samples.holderOf(samples.generalCase()).acting();
    assertThat(samples.as(other, () -> visits.of(reference, null, PAGE))).isEmpty();
    assertThat(samples.as(other, () -> visits.times(reference))).isZero();
    assertThat(samples.as(Acting.visitor(null), () -> visits.times(reference))).isZero();
  }

  private List<Visit> page(CaseReference of, @Nullable UUID after) {
    return samples.as(samples.holderOf(of).acting(), () -> visits.of(of, after, PAGE));
  }

  private long total(CaseReference of) {
    return samples.as(samples.holderOf(of).acting(), () -> visits.times(of));
  }
}
