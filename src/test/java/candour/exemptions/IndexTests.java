package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.Explained;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read over all cases is read from an index that holds it, with row-level security on. */
@PortalTest
class IndexTests {

  private static final Map<String, Object> VALUES =
      Map.of(
          "after", Identifiers.next(),
          "officer", Identifiers.next(),
          "by", LocalDate.of(2026, 11, 22),
          "since", LocalDate.of(2024, 11, 22),
          "provision", "ART_15_1_3",
          "most", 51);

  @Autowired Samples samples;
  @Autowired Explained explained;

  @Test
  void lists_and_counts_over_all_cases_need_no_sort_and_no_whole_table() {
    assertThat(plan(WaitingProposals.DECIDABLE)).contains("Index Scan using waiting_pkey");
    assertThat(plan(Determinations.LAPSING.formatted(""))).contains("using standing_review");
    assertThat(plan(Determinations.LAPSING.formatted(Determinations.LATER)))
        .contains("using standing_review")
        .contains("Index Cond: ((review_on <=")
        .contains("ROW(review_on, proposal_id) >");
    assertThat(plan(Background.APPROVED)).contains("Index Only Scan using ruling_applied");
    assertThat(plan(Background.OVERTURNED)).contains("using ending_overturned");
    for (var table : List.of("health_opinion", "known_to_person")) {
      assertThat(plan("select from exemptions." + table + " where item_id = :officer"))
          .contains("using " + table + "_item");
    }
  }

  private String plan(String sql) {
    var planner = samples.officer("Planner", Role.SENIOR).acting();
    var plan = explained.plan(planner, sql, VALUES);
    assertThat(plan).doesNotContain("Sort", "Seq Scan on ruling");
    return plan;
  }
}
