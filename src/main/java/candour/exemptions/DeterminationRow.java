package candour.exemptions;

import candour.casework.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a determination's state off what was recorded about it. */
final class DeterminationRow {

  private DeterminationRow() {}

  static Determination read(ResultSet row, int number) throws SQLException {
    var proposal = proposal(row);
    return switch (row.getString("ruling")) {
      case null -> new Determination.Proposed(proposal);
      case "RETURNED" -> new Determination.Returned(proposal, ruling(row));
      case String _ when !proposal.applies() -> new Determination.NotApplied(proposal, ruling(row));
      case String _ -> approved(row, proposal);
    };
  }

  private static Determination approved(ResultSet row, Proposal proposal) throws SQLException {
    var was =
        new Determination.InForce(
            proposal,
            ruling(row),
            telling(
                row.getBoolean("told"), row.getString("told_reason"), day(row, "untold_until")));
    return row.getString("ending") == null ? was : new Determination.Ended(was, ending(row));
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        new DeterminationId(row.getObject("proposal_id", UUID.class)),
        new CaseReference(row.getObject("case_id", UUID.class)),
        new Item(
            row.getObject("item_id", UUID.class),
            Item.Kind.valueOf(row.getString("item_kind")),
            row.getObject("within_id", UUID.class),
            row.getString("item_words")),
        Provision.valueOf(row.getString("provision")),
        row.getBoolean("art5_addon"),
        Proposal.Purpose.valueOf(row.getString("purpose")),
        Proposal.Extent.valueOf(row.getString("extent")),
        new Proposal.Prejudice(
            row.getString("prejudice_to"), row.getString("prejudice_likelihood")),
        row.getString("lesser_step"),
        considerations(row),
        Map.of(
            Limb.A, finding(row, "limb_a"),
            Limb.B, finding(row, "limb_b"),
            Limb.C, finding(row, "limb_c")),
        conclusion(row),
        day(row, "review_on"),
        row.getString("summary"),
        day(row, "decided_on"),
        row.getObject("proposed_by", UUID.class));
  }

  private static Map<Consideration, String> considerations(ResultSet row) throws SQLException {
    var codes = (String[]) row.getArray("considered").getArray();
    var words = (String[]) row.getArray("considered_words").getArray();
    var considerations = new EnumMap<Consideration, String>(Consideration.class);
    for (int i = 0; i < codes.length; i++) {
      considerations.put(Consideration.valueOf(codes[i]), words[i]);
    }
    return considerations;
  }

  private static Limb.Finding finding(ResultSet row, String limb) throws SQLException {
    return new Limb.Finding(row.getBoolean(limb + "_met"), row.getString(limb + "_reason"));
  }

  private static Conclusion conclusion(ResultSet row) throws SQLException {
    return row.getString("outcome").equals("APPLIED")
        ? new Conclusion.Apply(
            telling(
                row.getBoolean("tell"), row.getString("tell_reason"), day(row, "tell_review_on")))
        : new Conclusion.Refrain();
  }

  private static Telling telling(boolean told, @Nullable String reason, LocalDate reviewOn) {
    return told || reason == null ? new Telling.Told() : new Telling.NotTold(reason, reviewOn);
  }

  private static Ruling ruling(ResultSet row) throws SQLException {
    return new Ruling(
        row.getObject("decided_by", UUID.class),
        row.getString("ruling_reason"),
        day(row, "ruled_on"),
        row.getString("likeness_reason"));
  }

  private static Ending ending(ResultSet row) throws SQLException {
    var officer = row.getObject("officer_id", UUID.class);
    var on = day(row, "ended_on");
    return switch (Ending.By.valueOf(row.getString("ended_by"))) {
      case OFFICE -> new Ending.Withdrawn(row.getString("ending_reason"), officer, on);
      case RECLASSIFIED -> new Ending.Reclassified(on);
      case REVIEW_DATE -> new Ending.Lapsed(on);
      case COMPLAINT, COMMISSIONER, TRIBUNAL, COURT ->
          new Ending.Overturned(overruling(row), officer, on);
    };
  }

  private static Overruling overruling(ResultSet row) throws SQLException {
    return new Overruling(
        Overruling.Authority.valueOf(row.getString("ended_by")),
        day(row, "outcome_on"),
        row.getString("outcome_reference"),
        row.getString("ending_reason"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
