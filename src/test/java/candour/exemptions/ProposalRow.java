package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lawful row of {@code exemptions.proposal}, of which a test changes single columns. */
record ProposalRow(Map<String, @Nullable Object> columns) {

  ProposalRow(CaseReference reference, Item item, Officer proposer) {
    this(new LinkedHashMap<>());
    var words = "These words are particular to this page and say enough. ";
    columns.put("proposal_id", Identifiers.next());
    columns.put("case_id", reference.value());
    columns.put("item_id", item.id());
    columns.put("within_id", item.withinId());
    columns.put("provision", "ART_15_1_3");
    columns.put("purpose", "IMM_CONTROL");
    columns.put("extent", "PARTIAL");
    columns.put("prejudice_to", words);
    columns.put("prejudice_likelihood", words);
    columns.put("lesser_step", words);
    columns.put("review_on", SampleProposal.TODAY.plusMonths(6));
    for (var limb : new String[] {"limb_a", "limb_b", "limb_c"}) {
      columns.put(limb + "_met", true);
      columns.put(limb + "_reason", words);
    }
    columns.put("outcome", "APPLIED");
    columns.put("tell", true);
    columns.put("tell_reason", null);
    columns.put("tell_review_on", null);
    columns.put("summary", words);
    columns.put("decided_on", SampleProposal.TODAY);
    columns.put("proposed_by", proposer.id());
    columns.put("rule_version", "IMM_V3");
  }

  /** The same row with another value in one column. */
  ProposalRow with(String column, @Nullable Object value) {
    var changed = new LinkedHashMap<String, @Nullable Object>(columns);
    changed.put(column, value);
    return new ProposalRow(changed);
  }

  UUID id() {
    return (UUID) java.util.Objects.requireNonNull(columns.get("proposal_id"));
  }
}
