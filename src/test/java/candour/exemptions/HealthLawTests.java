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
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opinions on health data (DPA 2018 Sch 3), as the database takes them and refuses them. */
@PortalTest
class HealthLawTests {

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
    assertThat(refusal("HEALTH_NO_OPINION")).isEqualTo("health-opinion-is-there");
  }

  @Test
  void health_data_are_clear_by_the_newest_opinion_or_by_what_the_person_knows() {
    assertThat(clear()).isFalse();
    recorded(TODAY.minusMonths(2), TODAY, false);
    assertThat(clear()).isTrue();
    recorded(TODAY.minusMonths(1), TODAY, true);
    assertThat(clear()).isFalse();
    assertThat(refusal("HEALTH_NO_OPINION")).isEqualTo("nothing");
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
    assertThat(refusal("HEALTH_NO_OPINION")).isEqualTo("health-is-known");
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
    return refusal("HEALTH_SERIOUS_HARM");
  }

  private static HealthOpinion opinion(LocalDate givenOn) {
    return new HealthOpinion(
        Identifiers.next(), Identifiers.next(), "Dr A", "GMC 1", true, WORDS, givenOn);
  }

  private String refusal(String code) {
    return grounds.refusal(new By(reference, officer, TODAY, item), code);
  }

  private String recorded(LocalDate given, LocalDate recorded, boolean met) {
    return grounds.opinion(new By(reference, officer, recorded, item), given, met);
  }
}
