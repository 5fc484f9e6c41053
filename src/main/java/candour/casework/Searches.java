package candour.casework;

import candour.casework.CaseEvent.SearchRecorded;
import candour.casework.SearchResult.Found;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The searches of record systems, each with its certificate. */
@Component
@Transactional
public class Searches {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Days days;
  private final ApplicationEventPublisher events;

  Searches(JdbcClient jdbc, Requests requests, Days days, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.days = days;
    this.events = events;
  }

  /**
   * A search that was made.
   *
   * @param terms what was looked for; 2 to 4,000 characters
   */
  public record Search(
      String systemId,
      String terms,
      String periodFrom,
      String periodTo,
      SearchResult result,
      String notes) {}

  /**
   * Records a search made today and returns its identifier; the case moves on to searching and its
   * version grows. The same search sent twice on a day is one.
   */
  public UUID record(CaseReference reference, Officer officer, Search search) {
    var id = Identifiers.next();
    requests.holdWorkable(reference);
    var earlier = same(reference, officer, search);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    insert(reference, officer, search, id);
    requests.reached(reference, Stage.SEARCHING);
    events.publishEvent(new SearchRecorded(reference.value(), id, officer.id()));
    return id;
  }

  private Optional<UUID> same(CaseReference reference, Officer officer, Search search) {
    return jdbc.sql(
            """
            select search_id from casework.search
            where case_id = :case and system_id = :system and terms = :terms and period_from = :from
              and period_to = :to and result = :result and found = :found
              and destroyed_class is not distinct from cast(:destroyed as text) and notes = :notes
              and searched_by = :officer and searched_on = :on
            """)
        .params(parameters(reference, officer, search))
        .query((row, _) -> row.getObject("search_id", UUID.class))
        .optional();
  }

  private void insert(CaseReference reference, Officer officer, Search search, UUID id) {
    jdbc.sql(
            """
            insert into casework.search (search_id, case_id, system_id, terms, period_from, period_to,
              result, found, destroyed_class, notes, searched_by, searched_on)
            values (:id, :case, :system, :terms, :from, :to,
              :result, :found, :destroyed, :notes, :officer, :on)
            """)
        .param("id", id)
        .params(parameters(reference, officer, search))
        .update();
  }

  private Map<String, @Nullable Object> parameters(
      CaseReference reference, Officer officer, Search search) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("case", reference.value());
    parameters.put("system", search.systemId());
    parameters.put("terms", search.terms());
    parameters.put("from", search.periodFrom());
    parameters.put("to", search.periodTo());
    parameters.put("result", search.result().kind());
    parameters.put("found", search.result() instanceof Found found ? found.records() : 0);
    parameters.put("destroyed", destroyedClass(search.result()));
    parameters.put("notes", search.notes());
    parameters.put("officer", officer.id());
    parameters.put("on", days.today());
    return parameters;
  }

  private static @Nullable String destroyedClass(SearchResult result) {
    return result instanceof SearchResult.DestroyedUnderPolicy destroyed
        ? destroyed.what().id()
        : null;
  }

  /** Every search of the case, earliest first. */
  @Transactional(readOnly = true)
  public List<SearchCertificate> certificates(CaseReference reference) {
    return jdbc.sql(
            """
            select s.*, o.name as officer_name, r.name_en, r.name_cy, r.holds_en, r.holds_cy, d.class_id, d.system_id as class_system,
              d.name_en as class_en, d.name_cy as class_cy, d.destroyed_en, d.destroyed_cy, d.authority_en, d.authority_cy
            from casework.search s
            join platform.officer o on o.officer_id = s.searched_by
            join casework.record_system r on r.system_id = s.system_id
            left join casework.destroyed_class d on d.class_id = s.destroyed_class
            where s.case_id = :case order by s.recorded_at, s.search_id
            """)
        .param("case", reference.value())
        .query(SearchRows::certificate)
        .list();
  }

  /**
   * How many of the record systems that must be searched have been.
   *
   * @param systems that are searched for every request
   */
  public record Coverage(int searched, int systems) {

    public boolean isWhole() {
      return searched == systems;
    }
  }

  /** How far the searches of the case are. */
  @Transactional(readOnly = true)
  public Coverage coverage(CaseReference reference) {
    return jdbc.sql(
            """
            select count(*) as systems, count(*) filter (where exists (
              select from casework.search s where s.case_id = :case and s.system_id = r.system_id)) as searched
            from casework.record_system r where r.searched
            """)
        .param("case", reference.value())
        .query((row, _) -> new Coverage(row.getInt("searched"), row.getInt("systems")))
        .single();
  }

  /** The record systems that are searched, by their English names. */
  @Transactional(readOnly = true)
  public List<RecordSystem> systems() {
    return jdbc.sql("select * from casework.record_system where searched order by name_en")
        .query(SearchRows::system)
        .list();
  }

  /** What was destroyed under a policy, by its English name. */
  @Transactional(readOnly = true)
  public List<DestroyedClass> destroyedClasses() {
    return jdbc.sql(
            """
            select d.*, d.name_en as class_en, d.name_cy as class_cy, d.system_id as class_system
            from casework.destroyed_class d order by d.name_en
            """)
        .query(SearchRows::destroyedClass)
        .list();
  }
}
