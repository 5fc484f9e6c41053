package candour.exemptions;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Refusal;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two officers at the same moment, at each level of isolation: never both against each other. */
@PortalTest
class DeterminationRaceTests {

  private static final int ROUNDS = 12;
  private static final String REASON = "I read the page and agree.";

  @Autowired Exemptions exemptions;
  @Autowired Samples samples;
  @Autowired DirectSql sql;
  @Autowired JdbcClient jdbc;
  @Autowired Races races;

  private Officer proposer;
  private Officer approver;
  private Officer second;
  private CaseReference reference;
  private Item item;

  @BeforeEach
  void officers() {
    proposer = samples.officer("Proposer", Role.SENIOR);
    approver = samples.officer("Approver", Role.SENIOR);
    second = samples.officer("Second", Role.SENIOR);
    reference = samples.generalCase();
    item = sql.item(reference);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_released_past_an_open_proposal(Isolation isolation) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      open();
      assertThat(race(isolation, this::propose, this::release)).isOne();
      assertThat(isAnswered() && openProposals() > 0).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_release_comes_after_the_ruling_or_not_at_all(Isolation isolation) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      open();
      var proposal = proposal();
      proposer.acting().run(() -> exemptions.propose(proposal, proposer));
      assertThat(race(isolation, () -> approve(proposal, approver), this::release)).isPositive();
      assertThat(sql.count("standing", reference)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_item_is_proposed_once_at_a_time(Isolation isolation) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      open();
      assertThat(race(isolation, this::propose, this::propose)).isOne();
      assertThat(openProposals()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_proposal_is_decided_once(Isolation isolation) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      open();
      var proposal = proposal();
      proposer.acting().run(() -> exemptions.propose(proposal, proposer));
      assertThat(
              race(isolation, () -> approve(proposal, approver), () -> giveBack(proposal, second)))
          .isOne();
    }
  }

  /** How many of the two were kept. */
  private int race(Isolation isolation, Runnable one, Runnable other) throws Exception {
    var kept =
        Races.kept(
            1,
            List.of(
                races.attempt(isolation, Acting.system(), one),
                races.attempt(isolation, Acting.system(), other)));
    return kept.getFirst() + kept.getLast();
  }

  private void propose() {
    exemptions.propose(proposal(), proposer);
  }

  private void approve(Proposal proposal, Officer officer) {
    exemptions.approve(
        reference, proposal.id(), officer, SampleProposal.approval(REASON, new Telling.Told()));
  }

  private void giveBack(Proposal proposal, Officer officer) {
    exemptions.giveBack(reference, proposal.id(), officer, REASON);
  }

  /** What a release does to a case: hold it, look at every determination, end it. */
  private void release() {
    jdbc.sql("select (casework.hold(?)).version").param(reference.value()).query().singleRow();
    if (undecided() > 0) {
      throw new Refusal("determination-open");
    }
    sql.answer(reference);
  }

  private long undecided() {
    return jdbc.sql(
            """
            select count(*) from exemptions.proposal p left join exemptions.ruling r using (proposal_id)
            where p.case_id = ? and r.proposal_id is null
            """)
        .param(reference.value())
        .query(Long.class)
        .single();
  }

  private long openProposals() {
    return samples.as(Acting.system(), this::undecided);
  }

  private boolean isAnswered() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select stage = 'ANSWERED' from casework.request where case_id = ?")
                .param(reference.value())
                .query(Boolean.class)
                .single());
  }

  private void open() {
    reference = samples.generalCase();
    item = sql.item(reference);
  }

  private Proposal proposal() {
    var sample = new SampleProposal();
    sample.reference = reference;
    sample.item = item;
    sample.proposedBy = proposer.id();
    return sample.build();
  }
}
