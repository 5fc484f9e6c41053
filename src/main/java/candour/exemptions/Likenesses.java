package candour.exemptions;

import candour.casework.CaseReference;
import candour.exemptions.likeness.ReasonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares each reason of a proposal, and each for going on not telling, with those of every other
 * case, at a cost that does not grow with their number: of each of its numbers the newest {@value
 * #NEWEST} texts that have it too are looked at, and of these the {@value #CANDIDATES} that have
 * most are compared word by word.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Likenesses {

  static final int NEWEST = 20;
  static final int CANDIDATES = 5;

  /** More would not be read. */
  private static final int KEPT = 3;

  static final String NEAR =
      """
      with mine as (
        select field, cardinality(hashes) as size, unnest(hashes) as hash from exemptions.sketch
        where proposal_id = :id and case_id = :case
      ), near as (
        select m.field, m.size, t.proposal_id, t.field as other_field, t.case_id, count(*) as shared
        from mine m cross join lateral (
          select f.proposal_id, f.field, f.case_id from exemptions.fingerprint f
          where f.hash = m.hash and f.case_id <> :case
          order by f.proposal_id desc, f.field desc limit :newest) t
        group by m.field, m.size, t.proposal_id, t.field, t.case_id
        having count(*) * 8 >= m.size
      ), nearest as (
        select *, row_number() over (
          partition by field order by shared desc, other_field = field desc, proposal_id desc) as place
        from near
      )
      select field, proposal_id, other_field, case_id, exemptions.reason(proposal_id, other_field) as words
      from nearest where place <= :candidates
      """;

  private final JdbcClient jdbc;

  Likenesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what each reason is found by, and what it is like, with the proposal itself. */
  public void add(Proposal proposal) {
    add(new Text(proposal.id().value(), proposal.reference()), Reason.of(proposal));
  }

  /** The same for going on not telling. */
  public void add(CaseReference reference, Silence silence) {
    add(new Text(silence.id(), reference), Map.of(Reason.GOING_ON, silence.telling().reason()));
  }

  /** What was written, by the identifier of the proposal or of going on not telling. */
  private record Text(UUID id, CaseReference reference) {}

  private void add(Text proposal, Map<Reason, String> words) {
    var reasons =
        words.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> ReasonText.of(it.getValue())));
    reasons.forEach((reason, text) -> sketch(proposal, reason, text));
    near(proposal, reasons).stream()
        .filter(it -> it.share().doubleValue() >= ReasonText.ALIKE)
        .collect(Collectors.groupingBy(Near::reason))
        .values()
        .forEach(found ->
            found.stream()
                .sorted(Comparator.comparing(Near::share).reversed())
                .limit(KEPT)
                .forEach(it -> keep(proposal, it)));
  }

  /** What was found when it was proposed, the closest of each reason first. */
  public List<Likeness> of(UUID id) {
    return jdbc
        .sql(
            """
            select field, other_field, other_case_id, share,
              coalesce((select s.proposal_id from exemptions.silence s where s.silence_id = other_id), other_id) as other_id,
              exemptions.reason(proposal_id, field) as words, exemptions.reason(other_id, other_field) as other_words
            from exemptions.likeness where proposal_id = :id
            order by field, share desc, exemptions.likeness.other_id desc
            """)
        .param("id", id)
        .query((row, _) ->
            new Likeness(
                Reason.valueOf(row.getString("field")),
                row.getString("words"),
                new Likeness.Other(
                    new CaseReference(row.getObject("other_case_id", UUID.class)),
                    new DeterminationId(row.getObject("other_id", UUID.class)),
                    Reason.valueOf(row.getString("other_field")),
                    row.getString("other_words")),
                row.getBigDecimal("share")))
        .list()
        .stream()
        .sorted(Comparator.comparing(Likeness::reason))
        .toList();
  }

  /** Whether any reason of it is close to one of another case. */
  public boolean any(UUID id) {
    return jdbc.sql("select exists (select from exemptions.likeness where proposal_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** A reason of another case, and how close it is, to three places rounded down. */
  private record Near(
      Reason reason, CaseReference reference, UUID id, Reason other, BigDecimal share) {}

  private void sketch(Text proposal, Reason reason, ReasonText text) {
    jdbc.sql(
            """
            insert into exemptions.sketch (proposal_id, case_id, field, hashes)
            values (:id, :case, :field, :hashes)
            """)
        .param("id", proposal.id())
        .param("case", proposal.reference().value())
        .param("field", reason.name())
        .param("hashes", new SqlArrayValue("bigint", text.sketch().toArray()))
        .update();
  }

  private List<Near> near(Text proposal, Map<Reason, ReasonText> reasons) {
    return jdbc.sql(NEAR)
        .param("id", proposal.id())
        .param("case", proposal.reference().value())
        .param("newest", NEWEST)
        .param("candidates", CANDIDATES)
        .query((row, _) -> {
          var reason = Reason.valueOf(row.getString("field"));
          var own = Objects.requireNonNull(reasons.get(reason));
          return new Near(
              reason,
              new CaseReference(row.getObject("case_id", UUID.class)),
              row.getObject("proposal_id", UUID.class),
              Reason.valueOf(row.getString("other_field")),
              share(own, ReasonText.of(row.getString("words"))));
        })
        .list();
  }

  private void keep(Text proposal, Near near) {
    jdbc.sql(
            """
            insert into exemptions.likeness (proposal_id, field, case_id, other_id, other_field, other_case_id, share)
            values (:id, :field, :case, :other, :otherField, :otherCase, :share)
            """)
        .param("id", proposal.id())
        .param("field", near.reason().name())
        .param("case", proposal.reference().value())
        .param("other", near.id())
        .param("otherField", near.other().name())
        .param("otherCase", near.reference().value())
        .param("share", near.share())
        .update();
  }

  /** Rounded down, 0.6 is never less. */
  private static BigDecimal share(ReasonText one, ReasonText other) {
    return BigDecimal.valueOf(one.share(other)).setScale(3, RoundingMode.FLOOR);
  }
}
