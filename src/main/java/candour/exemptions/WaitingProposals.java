package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was proposed in any case about the immigration exemption and nobody has decided on yet. */
@Repository
@Transactional(readOnly = true)
public class WaitingProposals {

  /**
   * A proposal in brief.
   *
   * @param key in the order of time
   * @param silence what would go on not being told; null for a determination
   * @param item how officers know what it is about
   * @param proposedOn in London
   * @param proposer by name
   */
  public record Waiting(
      UUID key,
      CaseReference reference,
      DeterminationId id,
      @Nullable UUID silence,
      Provision provision,
      String item,
      LocalDate proposedOn,
      String proposer) {}

  private static final UUID FIRST = new UUID(0, 0);

  /** Identifiers are in the order of time. */
  static final String DECIDABLE =
      """
      select w.waiting_id, w.case_id, w.proposal_id, s.silence_id, p.provision, i.words, o.name,
        coalesce(s.proposed_on, p.decided_on) as proposed_on
      from exemptions.waiting w join exemptions.proposal p using (proposal_id)
        join exemptions.item i on i.item_id = p.item_id
        join platform.officer o on o.officer_id = w.proposed_by
        left join exemptions.silence s on s.silence_id = w.waiting_id
      where w.waiting_id > :after and w.proposed_by <> :officer
      order by w.waiting_id limit :most
      """;

  private final JdbcClient jdbc;

  WaitingProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those that this senior officer may decide on, the oldest first: nobody decides on their own.
   *
   * @param after the last one of the page before; null for the first page
   * @throws Refusal {@code senior-officer-only} for everybody else
   */
  public List<Waiting> decidableBy(Officer officer, @Nullable UUID after, int most) {
    if (!officer.is(Role.SENIOR)) {
      throw new Refusal("senior-officer-only");
    }
    return jdbc.sql(DECIDABLE)
        .param("after", after == null ? FIRST : after)
        .param("officer", officer.id())
        .param("most", most)
        .query((row, _) ->
            new Waiting(
                row.getObject("waiting_id", UUID.class),
                new CaseReference(row.getObject("case_id", UUID.class)),
                new DeterminationId(row.getObject("proposal_id", UUID.class)),
                row.getObject("silence_id", UUID.class),
                Provision.valueOf(row.getString("provision")),
                row.getString("words"),
                row.getObject("proposed_on", LocalDate.class),
                row.getString("name")))
        .list();
  }
}
