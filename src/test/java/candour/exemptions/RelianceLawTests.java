package candour.exemptions;

import static candour.exemptions.GroundSql.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.GroundSql.By;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Grounds written down, as the database takes them and refuses them. */
@PortalTest
class RelianceLawTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Autowired GroundSql grounds;
  @Autowired DirectSql sql;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;

  private Officer officer;
  private CaseReference reference;
  private Item item;

  @BeforeEach
  void open() {
    officer = samples.officer("Amara Okafor", Role.CASEWORKER);
    reference = samples.generalCase();
    item = sql.item(reference);
  }

  @Test
  void every_ground_but_immigration_can_be_written_down_in_full_and_no_other_way() {
    for (var code : codes()) {
      var fields = samples.as(Acting.system(), () -> grounds.fields(code));
      assertThat(fields).as(code).isNotEmpty();
      assertThat(refusal(code, fields.subList(1, fields.size()), WORDS))
          .as(code)
          .isIn("every-field-in-words", "health-opinion-needed");
      assertThat(refusal(code, fields, "x"))
          .as(code)
          .isIn("says-too-little", "health-opinion-needed");
      assertThat(refusal(code, fields, "x".repeat(20_001)))
          .as(code)
          .isIn("says-too-little", "health-opinion-needed");
      assertThat(refusal(code, fields, WORDS)).as(code).isIn("nothing", "health-opinion-needed");
    }
    assertThat(codes()).hasSize(11);
    assertThat(refusal("IMMIGRATION", List.of(), WORDS))
        .isEqualTo("immigration-ground-needs-a-determination");
  }

  @Test
  void a_ground_is_open_only_while_it_is_law_and_only_to_those_who_may_rely_on_it() {
    assertThat(refusal("NEGOTIATION", LocalDate.of(2018, 5, 24), officer, item))
        .isEqualTo("unknown-ground");
    assertThat(refusal("NEGOTIATION", LocalDate.of(2018, 5, 25), officer, item))
        .isEqualTo("nothing");
    healthProfessional(true);
    try {
      assertThat(refusal("HEALTH_NO_OPINION", TODAY, officer, item)).isEqualTo("unknown-ground");
      assertThat(refusal("HEALTH_SERIOUS_HARM", TODAY, officer, item)).isEqualTo("nothing");
    } finally {
      healthProfessional(false);
    }
    assertThat(refusal("HEALTH_NO_OPINION", TODAY, officer, item)).isEqualTo("nothing");
  }

  @Test
  void a_ground_is_written_down_by_a_caseworker_about_a_record_a_page_or_an_entry_of_the_case() {
    var releaser = samples.officer("Ines Duarte", Role.RELEASER);
    assertThat(refusal("NEGOTIATION", TODAY, releaser, item)).isEqualTo("caseworkers-only");
    var other = sql.item(samples.generalCase());
    assertThat(refusal("NEGOTIATION", TODAY, officer, other)).contains("fkey");
    var entry = entry();
    assertThat(refusal("HEALTH_EXPECTATION", TODAY, officer, entry))
        .isEqualTo("on-a-record-or-page");
    assertThat(refusal("NEGOTIATION", TODAY, officer, entry)).isEqualTo("nothing");
  }

  @Test
  void what_was_written_down_stays() {
    assertThat(refusal("NEGOTIATION", TODAY, officer, item)).isEqualTo("nothing");
    for (var change :
        List.of(
            "update exemptions.reliance set code = 'CRIME_TAX'",
            "delete from exemptions.reliance_reason",
            "truncate exemptions.reliance cascade")) {
      assertThat(sql.refusal(() -> sql.run(change))).isNotEqualTo("nothing");
    }
    assertThat(
            sql.refusal(() ->
                sql.run(
                    "insert into exemptions.reliance_reason (reliance_id, code, field, words)"
                        + " select reliance_id, 'CRIME_TAX', 'purpose', '%s' from exemptions.reliance where case_id = '%s'"
                            .formatted(WORDS, reference))))
        .contains("fkey");
  }

  private List<String> codes() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select code from exemptions.exemption where not case_by_case order by code")
                .query((row, _) -> row.getString(1))
                .list());
  }

  private String refusal(String code, LocalDate on, Officer by, Item about) {
    return grounds.refusal(new By(reference, by, on, about), code);
  }

  private String refusal(String code, List<String> fields, String words) {
    return grounds.refusal(new By(reference, officer, TODAY, item), code, fields, words);
  }

  private Item entry() {
    var item = new Item(Identifiers.next(), Item.Kind.DISCLOSURE, Identifiers.next(), "An entry");
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "insert into exemptions.item (item_id, case_id, kind, within_id, words) values (?, ?, ?, ?, ?)")
                .params(
                    List.of(
                        item.id(), reference.value(), "DISCLOSURE", item.withinId(), item.words()))
                .update());
    return item;
  }

  private void healthProfessional(boolean is) {
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql("update platform.controller set health_professional = ?").param(is).update());
  }
}
