package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.exemptions.DeterminationId;
import candour.exemptions.Exemptions;
import candour.exemptions.Telling;
import candour.platform.Acting;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.records.Ground;
import candour.records.ReviewedRecord;
import candour.response.Answering.Searched;
import candour.response.Answering.Three;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Endings at the same moment as others, recalls and departures; what else is at once: RacesTests.
 */
@PortalTest
class EndingRaceTests {

  private static final int EACH = 10;

  @Autowired Answering answering;
  @Autowired Responses responses;
  @Autowired Exemptions exemptions;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Races races;

  private Three by;
  private Officer senior;
  private Searched searched;
  private CaseReference reference;
  private ReviewedRecord record;
  private List<DeterminationId> standing;

  @BeforeEach
  void two_pages_withheld() {
    by = answering.officers();
    senior = samples.officer("Nia Prys", Role.SENIOR);
    searched = answering.searched(by, 1);
    reference = searched.reference();
    answering.confirm(reference, by.caseworker());
    record = answering.collect(searched, by, "Notes", "One", "Two");
    standing = new ArrayList<>();
    for (int page = 1; page <= 2; page++) {
      var ground = answering.determined(searched, by, record, page, new Telling.Told());
      answering.withhold(searched, by, record.id(), page, ground);
      standing.add(id(ground));
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_ends_once_and_the_case_opens_once(Isolation isolation) throws Exception {
    answering.released(reference, by);
    var kept = Races.kept(EACH, standing.stream().map(it -> withdrawal(isolation, it)).toList());
    for (int i = 0; i < standing.size(); i++) {
      // At the stricter levels the database may turn one away only because another came first.
      var later = withdrawal(Isolation.READ_COMMITTED, standing.get(i)).call();
      assertThat(kept.get(i) + (later ? 1 : 0)).isOne();
    }
    assertThat(count("casework.reopening", reference)).isOne();
    assertThat(count("exemptions.standing", reference)).isZero();
    assertThat(isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void an_ending_a_recall_and_a_departure_leave_one_truth(Isolation isolation) throws Exception {
    var pack = answering.approved(reference, by);
    by.releaser().acting().run(() -> responses.release(reference, pack, by.releaser()));
    var recall =
        races.attempt(
            isolation,
            senior.acting(),
            () -> responses.recall(reference, pack, senior, "An ending is on its way."));
    var departure = races.attempt(isolation, Acting.system(), () -> answering.leaves(pack));
    var kept =
        Races.kept(7, List.of(withdrawal(isolation, standing.getFirst()), recall, departure));
    int ended = kept.getFirst();
    int recalled = kept.get(1);
    assertThat(ended).isLessThanOrEqualTo(1);
    assertThat(recalled).isLessThanOrEqualTo(1);
    var departed = count("response.departure", reference) == 1;
    assertThat(departed && recalled == 1).isFalse();
    assertThat(departed).isEqualTo(isAnswered());
    assertThat(departed && ended == 1 && !isOpen()).isFalse();
    assertThat(count("casework.reopening", reference)).isEqualTo(departed && ended == 1 ? 1 : 0);
  }

  private Callable<Boolean> withdrawal(Isolation isolation, DeterminationId id) {
    return races.attempt(
        isolation,
        senior.acting(),
        () -> exemptions.withdraw(reference, id, senior, "No longer needed."));
  }

  private static DeterminationId id(Ground ground) {
    return new DeterminationId(Objects.requireNonNull(ground.proposalId()));
  }

  private boolean isAnswered() {
    return state("stage = 'ANSWERED'");
  }

  private boolean isOpen() {
    return state("stage <> 'ANSWERED' or reopened_on is not null");
  }

  private boolean state(String condition) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select " + condition + " from casework.request where case_id = :case")
                .param("case", reference.value())
                .query(Boolean.class)
                .single());
  }

  private long count(String table, CaseReference of) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = :case")
                .param("case", of.value())
                .query(Long.class)
                .single());
  }
}
