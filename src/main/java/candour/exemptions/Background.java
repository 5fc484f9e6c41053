package candour.exemptions;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.platform.Days;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer should know of earlier determinations, and of names, before deciding on one. */
@Component
@Transactional(readOnly = true)
public class Background {

  /**
   * What became of everything else that an officer proposed.
   *
   * @param overturned among those approved
   * @param latest the last ten, the newest first
   */
  public record TrackRecord(
      long approved, long returned, long overturned, long waiting, List<Earlier> latest) {}

  /**
   * A determination in brief.
   *
   * @param state as the pages name it
   */
  public record Earlier(
      CaseReference reference,
      DeterminationId id,
      String item,
      Provision provision,
      LocalDate proposedOn,
      String state) {}

  /** For how long back it is counted what became of determinations on a provision. */
  public static final int YEARS = 2;

  /**
   * How often the exemption from a provision was approved in the last {@value #YEARS} years, and
   * how much of that was overturned by whom.
   */
  public record Overturns(Provision provision, long approved, Map<Ending.By, Long> by) {

    public long overturned() {
      return by.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For how long back was counted. */
    public int years() {
      return YEARS;
    }
  }

  private static final String STATE =
      """
      case when e.ending = 'OVERTURNED' then 'overturned' when e.proposal_id is not null then 'ended'
        when r.proposal_id is null then 'proposed' when r.ruling = 'RETURNED' then 'returned'
        when p.outcome = 'NOT_APPLIED' then 'not-applied' else 'in-force' end
      """;

  private static final String OF_PROPOSER =
      """
      from exemptions.proposal p
        left join exemptions.ruling r on r.proposal_id = p.proposal_id
        left join exemptions.ending e on e.proposal_id = p.proposal_id
        join exemptions.item i on i.item_id = p.item_id
      where p.proposed_by = :proposer and p.proposal_id <> :except
      """;

  static final String APPROVED =
      """
      select count(*) from exemptions.ruling
      where provision = :provision and decided_on > :since and ruling = 'APPROVED' and outcome = 'APPLIED'
      """;

  /** An outcome is never earlier than the approval that it overturns. */
  static final String OVERTURNED =
      """
      select e.ended_by, count(*) from exemptions.ending e join exemptions.ruling r using (proposal_id)
      where e.ending = 'OVERTURNED' and e.outcome_on > :since and r.provision = :provision and r.decided_on > :since
      group by 1
      """;

  private final JdbcClient jdbc;
  private final Casework casework;
  private final Days days;

  Background(JdbcClient jdbc, Casework casework, Days days) {
    this.jdbc = jdbc;
    this.casework = casework;
    this.days = days;
  }

  /** What became of what this officer proposed, but for one determination. */
  public TrackRecord trackRecord(UUID proposer, DeterminationId except) {
    return jdbc.sql(
            """
            select count(*) filter (where r.ruling = 'APPROVED') as approved,
              count(*) filter (where r.ruling = 'RETURNED') as returned,
              count(*) filter (where e.ending = 'OVERTURNED') as overturned,
              count(*) filter (where r.proposal_id is null) as waiting
            """
                + OF_PROPOSER)
        .param("proposer", proposer)
        .param("except", except.value())
        .query((row, _) ->
            new TrackRecord(
                row.getLong("approved"),
                row.getLong("returned"),
                row.getLong("overturned"),
                row.getLong("waiting"),
                latest(proposer, except)))
        .single();
  }

  private List<Earlier> latest(UUID proposer, DeterminationId except) {
    return jdbc.sql(
            "select p.proposal_id, p.case_id, i.words, p.provision, p.decided_on, "
                + STATE
                + " as state "
                + OF_PROPOSER
                + "order by p.recorded_at desc limit 10")
        .param("proposer", proposer)
        .param("except", except.value())
        .query((row, _) ->
            new Earlier(
                new CaseReference(row.getObject("case_id", UUID.class)),
                new DeterminationId(row.getObject("proposal_id", UUID.class)),
                row.getString("words"),
                Provision.valueOf(row.getString("provision")),
                row.getObject("decided_on", LocalDate.class),
                row.getString("state")))
        .list();
  }

  /** How often what was approved on a provision was overturned, in all cases. */
  public Overturns overturns(Provision provision) {
    var since = days.today().minusYears(YEARS);
    var by = new EnumMap<Ending.By, Long>(Ending.By.class);
    jdbc.sql(OVERTURNED)
        .param("provision", provision.name())
        .param("since", since)
        .query(row -> {
          by.put(Ending.By.valueOf(row.getString(1)), row.getLong(2));
        });
    var approved =
        jdbc.sql(APPROVED)
            .param("provision", provision.name())
            .param("since", since)
            .query(Long.class)
            .single();
    return new Overturns(provision, approved, by);
  }

  /**
   * Who must not be named in a summary about this case: the person under any name, the officer who
   * works on it and the proposer by any part of theirs, every other officer by the whole name.
   */
  public Summary.Names names(CaseReference reference, UUID proposer) {
    var people =
        Stream.of(
                casework.names(reference).stream(),
                Stream.of(casework.summary(reference).allocatedTo(), officer(proposer)))
            .flatMap(it -> it)
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    var officers =
        jdbc.sql("select name from platform.officer").query((row, _) -> row.getString(1)).list();
    return new Summary.Names(people, officers);
  }

  /** The officer's name. */
  public String officer(UUID id) {
    return jdbc.sql("select name from platform.officer where officer_id = :id")
        .param("id", id)
        .query((row, _) -> row.getString(1))
        .single();
  }
}
