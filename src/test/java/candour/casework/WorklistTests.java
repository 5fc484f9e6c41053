package candour.casework;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Listed.Place;
import candour.casework.Worklist.View;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Explained;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Twenty thousand cases, taken back when the test ends. */
@PortalTest
class WorklistTests {

  private static final int CASES = 20_000;

  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Worklist worklist;
  @Autowired Explained explained;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void pages_come_in_order_from_an_index_with_row_level_security_on() {
    var officer = samples.officer("Ann", Role.CASEWORKER);
    var pattern = samples.generalCase();
    Acting.system()
        .run(() ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> {
                  load(pattern, officer);
                  pagesAreWhole(officer);
                  plansNeedNoSort(officer);
                  transaction.setRollbackOnly();
                }));
    assertThat(
            samples.as(Acting.visitor(null), () -> worklist.page(new View.All(), Place.TOP)).rows())
        .isEmpty();
  }

  /**
   * One case in a hundred is the officer's, a third of those are urgent, a tenth of all answered.
   */
  private void load(CaseReference pattern, Officer officer) {
    jdbc.sql(
            """
            insert into casework.request (case_id, number, subject_id, requester_id, subject_name, purpose, extent, wants,
              urgency, language, channel, received_at, received_on, rule_version, due_on, listed_due_on)
            select gen_random_uuid(), 'SAR-' || lpad((g / 10000)::text, 4, '0') || '-' || lpad((g % 10000)::text, 4, '0'),
              subject_id, requester_id, subject_name, purpose, extent, wants,
              case when g % 300 = 0 then 'REMOVAL' end, language, channel, received_at, received_on,
              rule_version, received_on + 1 + (g * 7919) % 100, received_on + 1 + (g * 7919) % 100
            from casework.request, generate_series(1, :cases) g where case_id = :pattern
            """)
        .param("cases", CASES)
        .param("pattern", pattern.value())
        .update();
    jdbc.sql(
            """
            update casework.request set allocated_to = :officer, stage = 'TAKEN_ON'
            where number like 'SAR-000_-__00'
            """)
        .param("officer", officer.id())
        .update();
    jdbc.sql(
            """
            update casework.request set stage = 'ANSWERED', outcome = 'DISCLOSED', answered_on = received_on
            where number like 'SAR-000_-___7'
            """)
        .update();
  }

  private void pagesAreWhole(Officer officer) {
    var mine = all(new View.Mine(officer.id()));
    assertThat(mine).hasSize(CASES / 100);
    assertThat(mine)
        .isSortedAccordingTo(
            Comparator.comparing((CaseSummary row) -> !row.urgent())
                .thenComparing(CaseSummary::listedDueOn)
                .thenComparing(row -> row.reference().toString()));
    assertThat(mine).extracting(CaseSummary::reference).doesNotHaveDuplicates();
    assertThat(mine.stream().filter(CaseSummary::urgent)).hasSize(CASES / 300);
    assertThat(worklist.page(new View.All(), Place.TOP).rows()).allMatch(CaseSummary::urgent);
    assertThat(mine).extracting(CaseSummary::allocatedTo).containsOnly(officer.name());
    assertThat(worklist.page(new View.Unallocated(), Place.TOP).rows())
        .hasSize(Listed.ROWS)
        .allMatch(row -> row.officer() == null && row.stage() != Stage.ANSWERED);
  }

  private List<CaseSummary> all(View view) {
    var rows = new ArrayList<CaseSummary>();
    for (var place = Place.TOP; place != null; ) {
      var page = worklist.page(view, place);
      assertThat(page.rows()).hasSizeBetween(1, Listed.ROWS);
      rows.addAll(page.rows());
      place = page.next();
    }
    return rows;
  }

  /**
   * Rows that are not committed have no statistics: sorting is made dear, so that a plan that sorts
   * has no index to take the order from.
   */
  private void plansNeedNoSort(Officer officer) {
    jdbc.sql("set local enable_sort = off").update();
    jdbc.sql("set local enable_bitmapscan = off").update();
    var views = List.of(new View.All(), new View.Mine(officer.id()), new View.Unallocated());
    for (var view : views) {
      var middle = requireNonNull(worklist.page(view, Place.TOP).next());
      var plan = explained.plan(Worklist.sql(view), Worklist.parameters(view, middle));
      assertThat(plan).as(plan).contains("Index Scan using request_open");
      assertThat(plan).doesNotContain("Sort").doesNotContain("Seq Scan on request");
    }
    var byNumber = explained.plan(Casework.BY_NUMBER, Map.of("number", "SAR-0001-0001"));
    assertThat(byNumber).contains("request_number_key").doesNotContain("Seq Scan");
  }
}
