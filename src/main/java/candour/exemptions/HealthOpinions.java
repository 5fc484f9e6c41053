package candour.exemptions;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.GroundEvent.HealthKnown;
import candour.exemptions.GroundEvent.HealthOpinionRecorded;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a controller that is no health professional needs before it may disclose health data, or
 * keep them back for the harm they would do (DPA 2018 Sch 3 paras 5 and 6).
 */
@Repository
@Transactional
public class HealthOpinions {

  /**
   * What a health professional said.
   *
   * @param testMet whether disclosing it would be likely to cause serious harm
   * @param on the day in London
   */
  public record Given(
      String professional, String registration, boolean testMet, String words, LocalDate on) {}

  private final JdbcClient jdbc;
  private final Casework casework;
  private final Days days;
  private final ApplicationEventPublisher events;

  HealthOpinions(JdbcClient jdbc, Casework casework, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.casework = casework;
    this.days = days;
    this.events = events;
  }

  /** The opinions of the case, the newest first. */
  @Transactional(readOnly = true)
  public List<HealthOpinion> opinions(CaseReference reference) {
    return jdbc.sql(
            """
            select opinion_id, item_id, professional, registration, test_met, words, given_on
            from exemptions.health_opinion where case_id = :case order by given_on desc, recorded_at desc
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new HealthOpinion(
                row.getObject("opinion_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("professional"),
                row.getString("registration"),
                row.getBoolean("test_met"),
                row.getString("words"),
                row.getObject("given_on", LocalDate.class)))
        .list();
  }

  /** What the person knows already, the newest first. */
  @Transactional(readOnly = true)
  public List<KnownToPerson> known(CaseReference reference) {
    return jdbc.sql(
            """
            select known_id, item_id, reason, known_on from exemptions.known_to_person
            where case_id = :case order by recorded_at desc
            """)
        .param("case", reference.value())
        .query((row, _) ->
            new KnownToPerson(
                row.getObject("known_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("reason"),
                row.getObject("known_on", LocalDate.class)))
        .list();
  }

  /**
   * Puts an opinion about a record or a page on record, as a caseworker; the same one once.
   *
   * @throws Refusal {@code health-opinion-expired} where it is too old to be relied on, {@code
   *     health-opinion-not-given-yet} for a day to come
   */
  public void record(CaseReference reference, Item about, Given given, Officer officer) {
    casework.hold(reference);
    var id = SameWords.name(reference, about.id(), given, officer.id());
    var added =
        jdbc.sql(
                """
                insert into exemptions.health_opinion (opinion_id, case_id, item_id, within_id, professional, registration,
                  test_met, words, given_on, officer_id, recorded_on)
                values (:id, :case, :item, :within, :professional, :registration, :met, :words, :given, :officer, :today)
                on conflict (opinion_id) do nothing
                """)
            .param("id", id)
            .param("case", reference.value())
            .param("item", about.id())
            .param("within", about.withinId())
            .param("professional", given.professional())
            .param("registration", given.registration())
            .param("met", given.testMet())
            .param("words", given.words())
            .param("given", given.on())
            .param("officer", officer.id())
            .param("today", days.today())
            .update();
    if (added == 1) {
      events.publishEvent(
          new HealthOpinionRecorded(
              reference.value(), id, about.id(), given.testMet(), officer.id()));
    }
  }

  /** Puts on record, as a caseworker, why the person has seen or knows a record or a page. */
  public void know(CaseReference reference, Item about, String reason, Officer officer) {
    casework.hold(reference);
    var id = SameWords.name(reference, about.id(), reason, officer.id());
    var added =
        jdbc.sql(
                """
                insert into exemptions.known_to_person (known_id, case_id, item_id, within_id, reason, officer_id, known_on)
                values (:id, :case, :item, :within, :reason, :officer, :today)
                on conflict (known_id) do nothing
                """)
            .param("id", id)
            .param("case", reference.value())
            .param("item", about.id())
            .param("within", about.withinId())
            .param("reason", reason)
            .param("officer", officer.id())
            .param("today", days.today())
            .update();
    if (added == 1) {
      events.publishEvent(new HealthKnown(reference.value(), id, about.id(), officer.id()));
    }
  }
}
