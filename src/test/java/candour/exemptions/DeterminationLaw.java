package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.support.Samples;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A case with something to decide on, and the lawful steps of a determination, written in SQL. */
abstract class DeterminationLaw {

  @Autowired Samples samples;
  @Autowired DirectSql sql;

  Officer proposer;
  Officer approver;
  CaseReference reference;
  Item item;

  @BeforeEach
  void open() {
    proposer = samples.officer("Proposer", Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    reference = samples.generalCase();
    item = sql.item(reference);
  }

  ProposalRow row(CaseReference reference, Item item) {
    return new ProposalRow(reference, item, proposer);
  }

  String refusal(ProposalRow row) {
    return sql.refusal(() -> sql.propose(row));
  }

  ProposalRow proposed() {
    var row = row(reference, item);
    assertThat(refusal(row)).isEqualTo("nothing");
    return row;
  }

  UUID approved() {
    var row = proposed();
    approve(row);
    return row.id();
  }

  void approve(ProposalRow row) {
    assertThat(approval(row, SampleProposal.TODAY)).isEqualTo("nothing");
  }

  String approval(ProposalRow row, LocalDate on) {
    return sql.refusal(() -> {
      sql.rule(row.id(), "APPROVED", null, true, proposer.id(), approver.id(), on);
      sql.tell(row.id(), true, null, true, proposer.id(), approver.id());
      sql.stand(row, "GENERAL");
    });
  }
}
