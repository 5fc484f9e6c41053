package candour.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.casework.CaseReference;
import candour.exemptions.Exemptions;
import candour.exemptions.Provision;
import candour.exemptions.SampleProposal;
import candour.platform.Identifiers;
import candour.platform.Officer;
import candour.platform.Refusal;
import candour.response.Answering;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** That the invariants hold where nothing went wrong, and that each of them can fail. */
@PortalTest
@TestInstance(Lifecycle.PER_CLASS)
class InvariantsTests {

  @Autowired Invariants invariants;
  @Autowired Answering answering;
  @Autowired Exemptions exemptions;
  @Autowired Samples samples;

  private CaseReference reference = new CaseReference(Identifiers.unguessable());

  @BeforeAll
  void a_case_is_answered_after_an_attempt_was_refused() {
    var by = answering.officers();
    reference = samples.generalCase();
    answering.determined(reference, by, "Notes", "A method");
    refused(by.caseworker(), by.senior());
    answering.released(reference, by);
  }

  /** Somebody wants to decide on what they proposed; another officer returns it. */
  private void refused(Officer proposer, Officer senior) {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = proposer.acting().call(() -> exemptions.items(reference)).getFirst();
    sample.provision = Provision.ART_21_1;
    sample.proposedBy = proposer.id();
    var proposal = sample.build();
    proposer.acting().run(() -> exemptions.propose(proposal, proposer));
    assertThatThrownBy(() ->
            proposer
                .acting()
                .run(() -> exemptions.requireDecider(reference, proposal.id(), proposer)))
        .isInstanceOf(Refusal.class);
    senior
        .acting()
        .run(() -> exemptions.giveBack(reference, proposal.id(), senior, "Not yours to decide."));
  }

  @Test
  void nothing_is_broken_where_nothing_went_wrong() {
    assertThat(invariants.broken(reference)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("violations")
  void each_is_found(Invariants.Part violation) {
    var sql = violation.sql().replace(":case", "'" + reference.value() + "'");
    assertThat(invariants.brokenBy(violation.name(), sql)).isNotEmpty();
  }

  @Test
  void there_are_fourteen_and_each_is_tried() {
    var all = IntStream.rangeClosed(1, 14).mapToObj(it -> "I" + it).toList();
    assertThat(Invariants.parts("invariants.sql"))
        .extracting(Invariants.Part::name)
        .containsExactlyElementsOf(all.stream().filter(it -> !it.equals("I11")).toList());
    assertThat(violations()).extracting(Invariants.Part::name).containsSubsequence(all);
  }

  static List<Invariants.Part> violations() {
    return Invariants.parts("violations.sql");
  }
}
