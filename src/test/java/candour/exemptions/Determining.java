package candour.exemptions;

import candour.casework.CaseReference;
import candour.platform.Days;
import candour.platform.Identifiers;
import candour.platform.Officer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a determination into force as two officers do, each on a page of its own. */
@Component
public class Determining {

  private final Exemptions exemptions;
  private final Silences silences;
  private final Days days;

  Determining(Exemptions exemptions, Silences silences, Days days) {
    this.exemptions = exemptions;
    this.silences = silences;
    this.days = days;
  }

  /** Not telling, to be looked at again after so many days. */
  public Telling notTold(int review) {
    return new Telling.NotTold(
        "Telling would show how the operation is carried out.", days.today().plusDays(review));
  }

  /** Proposes to go on not telling for two months, for a reason that was not given before. */
  public UUID silence(CaseReference reference, DeterminationId id, Officer proposer) {
    var fresh =
        new Telling.NotTold(
            "The operation goes on, and they still do not know of it.", days.today().plusDays(60));
    return proposer.acting().call(() -> silences.propose(reference, id, fresh, proposer));
  }

  /** In force for six months unless not telling is to be reviewed before. */
  public DeterminationId inForce(
      CaseReference reference,
      Officer proposer,
      Officer senior,
      Telling proposed,
      Telling decided) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item =
        new Item(Identifiers.next(), Item.Kind.PAGE, Identifiers.next(), "Case notes, page 2");
    sample.proposedBy = proposer.id();
    sample.conclusion = new Conclusion.Apply(proposed);
    sample.decidedOn = days.today();
    sample.reviewOn = days.today().plusMonths(6);
    var proposal = sample.build();
    proposer
        .acting()
        .run(() -> {
          exemptions.offer(reference, List.of(sample.item));
          exemptions.propose(proposal, proposer);
        });
    var approval = SampleProposal.approval("I read the page and agree.", decided);
    senior.acting().run(() -> exemptions.approve(reference, proposal.id(), senior, approval));
    return proposal.id();
  }
}
