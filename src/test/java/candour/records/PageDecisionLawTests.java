package candour.records;

import static candour.records.RecordsScene.THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.Casework;
import candour.casework.Outcome;
import candour.casework.Reopening;
import candour.platform.Acting;
import candour.platform.Days;
import candour.platform.DocumentId;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.records.RecordsScene.Opened;
import candour.support.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application could try to store by itself; the database refuses it, not Java. */
@PortalTest
class PageDecisionLawTests {

  @Autowired RecordsScene scene;
  @Autowired ReviewDesk desk;
  @Autowired DecisionRows decisions;
  @Autowired Casework casework;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;

  private Opened at;
  private PageKey page;

  @BeforeEach
  void a_page_that_nobody_has_decided_on() {
    at = scene.open();
    page = scene.collect(at, "A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // released without a rebuilt page
        "(gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, null, null, null, 0, null, :officer)",
        // withheld without a ground
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', null, null, null, null, null, 0, null, :officer)",
        // withheld for immigration control without a determination
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'IMMIGRATION', null, null, null, null, 0, null, :officer)",
        // on a ground that nobody wrote down
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'THIRD_PARTY', null, null, null, null, 0, null, :officer)",
        // on another ground than the one that was written down
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'LEGAL_PRIVILEGE', null, :written, null, null, 0, null, :officer)",
        // for immigration control on what was written down for another ground
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'IMMIGRATION', null, :written, null, null, 0, null, :officer)",
        // on a ground that was written down for another page, or another record
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'THIRD_PARTY', null, :second, null, null, 0, null, :officer)",
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'THIRD_PARTY', null, :elsewhere, null, null, 0, null, :officer)",
        // released as a page that was never scanned
        "(gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, null, :file, true, 0, null, :officer)",
        // released as a page in which the scan found a leak
        "(gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, null, :leaking, true, 0, null, :officer)",
        "(gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, null, :leaking, false, 0, null, :officer)",
        // redacted without a place, or with places that are not there
        "(gen_random_uuid(), :record, 1, :case, 'REDACT', null, null, null, :clean, true, 0, null, :officer)",
        "(gen_random_uuid(), :record, 1, :case, 'REDACT', null, null, null, :clean, true, 1, null, :officer)",
        // released whole, with places
        "(gen_random_uuid(), :record, 1, :case, 'RELEASE', null, null, null, :clean, true, 1, null, :officer)",
        // on a ground that is not in the register
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'CONVENIENCE', null, :written, null, null, 0, null, :officer)",
        // in another case
        "(gen_random_uuid(), :record, 1, :other, 'WITHHOLD', 'THIRD_PARTY', null, :written, null, null, 0, null, :officer)",
        // on a page that the record does not have
        "(gen_random_uuid(), :record, 3, :case, 'WITHHOLD', 'THIRD_PARTY', null, :written, null, null, 0, null, :officer)",
        // in place of a decision that there is not
        "(gen_random_uuid(), :record, 1, :case, 'WITHHOLD', 'THIRD_PARTY', null, :written, null, null, 0, :record, :officer)",
      })
  void unlawful_decisions_cannot_be_stored(String values) {
    var other = scene.samples.generalCase();
    var written = scene.relied(at, page, THIRD_PARTY);
    var second = scene.relied(at, new PageKey(at.reference(), page.record(), 2), THIRD_PARTY);
    var elsewhere = scene.relied(at, scene.collect(at, "C"), THIRD_PARTY);
    assertThatThrownBy(() ->
            scene.work(
                at,
                () ->
                    jdbc.sql(
                            """
                            insert into records.page_decision (decision_id, record_id, page_no, case_id, decision, ground,
                              proposal_id, reliance_id, prepared_id, scan_clean, regions, replaces, decided_by)
                            values
                            """
                                + values)
                        .param("record", page.record().value())
                        .param("case", at.reference().value())
                        .param("other", other.value())
                        .param("officer", at.officer().id())
                        .param("written", written.basis())
                        .param("second", second.basis())
                        .param("elsewhere", elsewhere.basis())
                        .param("file", scene.stored(at.reference()).value())
                        .param("clean", scene.scanned(at.reference(), 0).value())
                        .param("leaking", scene.scanned(at.reference(), 1).value())
                        .update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageNotContaining("bad SQL grammar");
    assertThat(scene.decisions(at, page)).isZero();
  }

  @Test
  void a_page_never_goes_back_to_an_older_decision() {
    scene.release(at, page);
    var released = counting();
    scene.withhold(at, page, THIRD_PARTY);
    var withheld = counting();
    assertRefused("evidence-is-append-only", () -> point(released));
    assertRefused("evidence-is-append-only", () -> point(withheld));
    assertRefused("evidence-is-append-only", () -> point(null));
    assertThat(counting()).isEqualTo(withheld);
  }

  @Test
  void a_decision_made_on_an_outdated_one_is_refused() {
    var ground = scene.withhold(at, page, THIRD_PARTY);
    assertRefused(
        "page-decided-meanwhile",
        () -> {
          decisions.add(released(scene.scanned(at.reference(), 0)));
          return 1;
        });
    assertThat(scene.outcome(at, page)).isEqualTo(new PageOutcome.Withheld(ground));
  }

  @Test
  void a_released_page_does_not_become_a_redacted_one_by_a_later_mark() {
    scene.release(at, page);
    var written = scene.relied(at, page, THIRD_PARTY);
    assertRefused(
        "redaction-has-regions",
        () ->
            jdbc.sql(
                    """
                    insert into records.region (decision_id, region_no, case_id, record_id, x, y, width, height, ground,
                      reliance_id)
                    values (:decision, 1, :case, :record, 0, 0, 1, 1, 'THIRD_PARTY', :written)
                    """)
                .param("written", written.basis())
                .param("decision", counting())
                .param("case", at.reference().value())
                .param("record", page.record().value())
                .update());
  }

  @Test
  void no_places_are_taken_on_an_answered_case_until_it_is_open_again() {
    var item = desk.upperThird(at.reference(), page.record(), 1, at.officer()).id();
    assertThat(scene.work(at, () -> place(item, 2))).isOne();
    Acting.system().run(() -> casework.close(at.reference(), Outcome.DISCLOSED, days.today()));
    assertRefused("case-is-answered", () -> place(item, 3));
    Acting.system().run(() -> casework.reopen(at.reference(), Reopening.GUARDED));
    assertThat(scene.work(at, () -> place(item, 3))).isOne();
  }

  private int place(UUID item, int number) {
    return jdbc.sql(
            """
            insert into records.place (item_id, place_no, case_id, record_id, page_no, x, y, width, height)
            values (?, ?, ?, ?, 1, 0, 0.5, 1, 0.1)
            """)
        .params(item, number, at.reference().value(), page.record().value())
        .update();
  }

  private DecisionRows.New released(DocumentId prepared) {
    return new DecisionRows.New(
        Identifiers.next(), page, null, "RELEASE", null, prepared, List.of(), at.officer().id());
  }

  private UUID counting() {
    return scene.work(
        at,
        () ->
            jdbc.sql(
                    "select decision_id from records.page where record_id = :record and page_no = 1")
                .param("record", page.record().value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single());
  }

  private int point(@org.jspecify.annotations.Nullable UUID decision) {
    return jdbc.sql(
            "update records.page set decision_id = :decision where record_id = :record and page_no = 1")
        .param("decision", decision)
        .param("record", page.record().value())
        .update();
  }

  private void assertRefused(String rule, java.util.function.Supplier<Integer> work) {
    assertThatThrownBy(() -> scene.work(at, work))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.rule()).isEqualTo(rule));
  }
}
