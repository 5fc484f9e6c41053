package candour.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.identity.Clue.Passport.Whose;
import candour.identity.Clue.Reference.Of;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What helps to find records is kept as it was typed, and only as such. */
@PortalTest
class CluesTests {

  /** One of each kind, in hands and scripts of many sorts. */
  private static final List<Clue> EVERY =
      List.of(
          new Clue.Reference(Of.HOME_OFFICE, "C  123456/2 (Ω) "),
          new Clue.Reference(Of.OTHER, "Croydon: 77\nHarwich: ٧٧"),
          new Clue.Passport(Whose.PARENTS, "J 90210", "British Guiana", "Zoë O’Brien-Świątek"),
          new Clue.Passport(null, "", "", "張偉"),
          new Clue.Arrival(
              "SS “Ascania”", "", new PartialDate(1962, Month.MARCH, null, true, null), ""),
          new Clue.Arrival("", "Tilbury", PartialDate.unknown(""), "with my aunt Désirée"),
          new Clue.Addresses("12 Railton Road\nBrixton, about 1963"),
          new Clue.Born(PartialDate.of(1961)),
          new Clue.Born(PartialDate.unknown("ten in 1965, wrote the school")),
          new Clue.Nationality("محمد"));

  @Autowired private Samples samples;
  @Autowired private Identity identity;
  @Autowired private JdbcClient jdbc;

  @Test
  void each_comes_back_as_it_was_typed_and_for_people_at_work_alone() {
    var registered = register(EVERY);
    assertThat(clues(Acting.system(), registered)).isEqualTo(EVERY);
    var themselves = new Acting(Acting.Role.REQUESTER, registered.subjectId(), UUID.randomUUID());
    assertThat(clues(themselves, registered)).isEmpty();
    assertThat(clues(Acting.visitor(Identifiers.next()), registered)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s/2", "ab %s 2", "AB-%s/2", "ab%s", "%s 2"})
  void a_number_finds_the_person_however_it_is_divided(String typed) {
    var figures = "" + (System.nanoTime() % 1_000_000_000L + 1_000_000_000L);
    var divided = figures.substring(0, 4) + " " + figures.substring(4);
    var registered = register(List.of(new Clue.Passport(null, "AB " + divided + "/2", "", "")));
    for (var number : List.of(figures, divided, divided.replace(' ', '-'))) {
      assertThat(samples.as(Acting.system(), () -> identity.found(typed.formatted(number), 51)))
          .as(typed.formatted(number))
          .containsOnlyKeys(registered.requesterId());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'REFERENCE', null, '1', '', '', ''",
        "'REFERENCE', 'MINE', '1', '', '', ''",
        "'REFERENCE', 'PORT', '', '', '', ''",
        "'REFERENCE', 'PORT', '1', 'Jamaica', '', ''",
        "'REFERENCE', 'PORT', '1', '', 'SS', ''",
        "'REFERENCE', 'PORT', '1', '', '', 'words'",
        "'PASSPORT', 'PORT', '1', '', '', ''",
        "'PASSPORT', 'MINE', '', '', '', ''",
        "'ARRIVAL', 'MINE', '', '', 'SS', ''",
        "'ARRIVAL', null, '1', '', 'SS', ''",
        "'ADDRESSES', null, '', '', '', ''",
        "'ADDRESSES', null, '', '', 'SS', 'words'",
        "'NATIONALITY', null, '', '', '', ''",
        "'ELSEWHERE', null, '', '', '', 'words'",
        "'BORN', null, '1', '', '', ''"
      })
  void no_kind_says_what_belongs_to_another_or_nothing(String row) {
    assertRefused("kind, sort, number, country, vessel, words", row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'BORN', 1961, null, 4, ''",
        "'BORN', null, 3, null, ''",
        "'BORN', 1961, 13, null, ''",
        "'BORN', 1961, null, null, 'and words'",
        "'NATIONALITY', 1961, null, null, 'words'",
        "'ARRIVAL', 1061, null, null, ''"
      })
  void no_date_has_a_part_without_the_larger_one_nor_stands_where_none_belongs(String row) {
    assertRefused("kind, on_year, on_month, on_day, words", row);
  }

  private void assertRefused(String columns, String row) {
    var requester = register(List.of()).requesterId();
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(),
                () ->
                    jdbc.sql(
                            """
                            insert into identity.clue (clue_id, requester_id, position, %s)
                            values (gen_random_uuid(), '%s', 1, %s)
                            """
                                .formatted(columns, requester, row))
                        .update()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("clue-");
  }

  @Test
  void nobody_rewrites_what_was_said() {
    register(EVERY);
    assertThatThrownBy(() ->
            samples.as(
                Acting.system(), () -> jdbc.sql("update identity.clue set words = ''").update()))
        .hasRootCauseMessage("ERROR: permission denied for table clue");
  }

  private List<Clue> clues(Acting acting, Registered registered) {
    return samples.as(acting, () -> identity.clues(registered.requesterId()));
  }

  private Registered register(List<Clue> clues) {
    var subject = DataSubject.named("Winston Clarke", "", PartialDate.of(1962));
    var requester =
        Requester.about(subject, "w@example.org", null, null, Locale.ENGLISH, Showing.NOT_SAID);
    return samples.as(
        Acting.visitor(Identifiers.next()), () -> identity.register(subject, requester, clues));
  }
}
