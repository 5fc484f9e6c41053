package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Samples;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Grounds written down and opinions on health data, as the database takes them and refuses them.
 */
@PortalTest
class RelianceLawTests {

  private static final String WORDS = "Weighed for this page alone.";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

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
      var fields = fields(code);
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
    var id = Identifiers.next();
    assertThat(sql.refusal(() -> rely(id, "NEGOTIATION", TODAY, officer, item)))
        .isEqualTo("nothing");
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
                    "insert into exemptions.reliance_reason (reliance_id, code, field, words) values ('%s', 'CRIME_TAX', 'purpose', '%s')"
                        .formatted(id, WORDS))))
        .contains("fkey");
  }

  @Test
  void six_months_end_on_the_same_day_in_java_and_in_sql() {
    var first = LocalDate.of(2023, 1, 1);
    var days = Stream.iterate(first, day -> day.plusDays(1)).limit(800).toList();
    var oldest =
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql(
                        "select (day - interval '6 months')::date from unnest(?::date[]) with ordinality d (day, n) order by n")
                    .param(days.stream().map(Date::valueOf).toArray(Date[]::new))
                    .query((row, _) -> row.getObject(1, LocalDate.class))
                    .list());
    for (int i = 0; i < days.size(); i++) {
      assertThat(opinion(oldest.get(i)).countsOn(days.get(i))).isFalse();
      assertThat(opinion(oldest.get(i).plusDays(1)).countsOn(days.get(i))).isTrue();
    }
  }

  @Test
  void an_opinion_is_recorded_while_it_counts_and_never_before_it_is_given() {
    assertThat(recorded(TODAY.minusMonths(6), TODAY, true)).isEqualTo("health-opinion-expired");
    assertThat(recorded(TODAY.minusMonths(6).plusDays(1), TODAY, true)).isEqualTo("nothing");
    assertThat(recorded(TODAY, TODAY, true)).isEqualTo("nothing");
    assertThat(recorded(TODAY.plusDays(1), TODAY, true)).isEqualTo("health-opinion-not-given-yet");
  }

  @Test
  void serious_harm_is_relied_on_only_with_the_newest_opinion_in_date_and_of_that_mind() {
    var old = TODAY.minusMonths(7);
    assertThat(harm()).isEqualTo("health-opinion-needed");
    recorded(old, old, true);
    assertThat(harm()).isEqualTo("health-opinion-expired");
    recorded(TODAY.minusMonths(2), TODAY, true);
    assertThat(harm()).isEqualTo("nothing");
    recorded(TODAY.minusMonths(1), TODAY, false);
    assertThat(harm()).isEqualTo("health-opinion-says-otherwise");
    assertThat(refusal("HEALTH_NO_OPINION", TODAY, officer, item))
        .isEqualTo("health-opinion-is-there");
  }

  @Test
  void health_data_are_clear_by_the_newest_opinion_or_by_what_the_person_knows() {
    assertThat(clear()).isFalse();
    recorded(TODAY.minusMonths(2), TODAY, false);
    assertThat(clear()).isTrue();
    recorded(TODAY.minusMonths(1), TODAY, true);
    assertThat(clear()).isFalse();
    assertThat(refusal("HEALTH_NO_OPINION", TODAY, officer, item)).isEqualTo("nothing");
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "insert into exemptions.known_to_person (known_id, case_id, item_id, within_id, reason, officer_id, known_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                    List.of(
                        Identifiers.next(),
                        reference.value(),
                        item.id(),
                        item.withinId(),
                        WORDS,
                        officer.id(),
                        TODAY))
                .update());
    assertThat(clear()).isTrue();
    assertThat(refusal("HEALTH_NO_OPINION", TODAY, officer, item)).isEqualTo("health-is-known");
  }

  private boolean clear() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select exemptions.health_clear(?, ?, ?)")
                .params(List.of(item.id(), item.withinId(), TODAY))
                .query(Boolean.class)
                .single());
  }

  private String harm() {
    return refusal("HEALTH_SERIOUS_HARM", TODAY, officer, item);
  }

  private static HealthOpinion opinion(LocalDate givenOn) {
    return new HealthOpinion(
        Identifiers.next(), Identifiers.next(), "Dr A", "GMC 1", true, WORDS, givenOn);
  }

  private String recorded(LocalDate given, LocalDate recorded, boolean met) {
    return sql.refusal(() ->
        jdbc.sql(
                """
                insert into exemptions.health_opinion (opinion_id, case_id, item_id, within_id, professional, registration,
                  test_met, words, given_on, officer_id, recorded_on)
                values (?, ?, ?, ?, 'Dr Nerys Hughes, psychiatrist', 'GMC 1234567', ?, ?, ?, ?, ?)
                """)
            .params(
                List.of(
                    Identifiers.next(),
                    reference.value(),
                    item.id(),
                    item.withinId(),
                    met,
                    WORDS,
                    given,
                    officer.id(),
                    recorded))
            .update());
  }

  private List<String> codes() {
    return strings("select code from exemptions.exemption where not case_by_case order by code");
  }

  private List<String> fields(String code) {
    return strings(
        "select field from exemptions.required_field where code = '%s' order by position"
            .formatted(code));
  }

  private List<String> strings(String query) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(query).query((row, _) -> row.getString(1)).list());
  }

  private String refusal(String code, LocalDate on, Officer by, Item about) {
    return sql.refusal(() -> rely(Identifiers.next(), code, on, by, about));
  }

  private String refusal(String code, List<String> fields, String words) {
    return sql.refusal(() -> rely(Identifiers.next(), code, TODAY, officer, item, fields, words));
  }

  private void rely(UUID id, String code, LocalDate on, Officer by, Item about) {
    var fields =
        jdbc.sql("select field from exemptions.required_field where code = ?")
            .param(code)
            .query((row, _) -> row.getString(1))
            .list();
    rely(id, code, on, by, about, fields, WORDS);
  }

  private void rely(
      UUID id,
      String code,
      LocalDate on,
      Officer by,
      Item about,
      List<String> fields,
      String words) {
    jdbc.sql(
            """
            insert into exemptions.reliance (reliance_id, case_id, item_id, within_id, code, officer_id, relied_on)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(List.of(id, reference.value(), about.id(), about.withinId(), code, by.id(), on))
        .update();
    for (var field : fields) {
      jdbc.sql(
              "insert into exemptions.reliance_reason (reliance_id, code, field, words) values (?, ?, ?, ?)")
          .params(List.of(id, code, field, words))
          .update();
    }
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
