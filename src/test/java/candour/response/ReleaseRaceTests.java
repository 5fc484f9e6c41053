package candour.response;

import static candour.response.Answering.THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Races.Isolation;
import candour.support.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers who act at the same moment. */
@PortalTest
class ReleaseRaceTests {

  private static final int ROUNDS = 5;

  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired JdbcClient jdbc;
  @Autowired Races races;

  @Test
  void twenty_releases_at_once_are_one_and_a_clear_sentence_for_the_rest() throws Exception {
    var by = answering.officers();
    var reference = answering.ready(by).reference();
    var pack = answering.approved(reference, by);
    var refusals =
        Races.atOnce(
            IntStream.range(0, 20)
                .mapToObj(i -> samples.officer("Releaser " + i, Role.RELEASER))
                .map(it -> Races.refusal(() -> answering.release(reference, pack, it)))
                .toList());
    assertThat(refusals).containsOnlyOnce(Races.KEPT);
    assertThat(refusals).isSubsetOf(Races.KEPT, "case-is-answered", "release-under-way");
    assertThat(count("response.departure", reference)).isOne();
    assertThat(posted.letters(reference)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void a_decision_on_a_page_and_a_release_are_never_both(Isolation isolation) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var by = answering.officers();
      var searched = answering.ready(by);
      var reference = searched.reference();
      var record = answering.collect(searched, by, "Second", "B").id();
      answering.withhold(searched, by, record, 1, THIRD_PARTY);
      var pack = answering.approved(reference, by);
      var kept =
          Races.kept(
              1,
              List.of(
                  races.attempt(
                      isolation,
                      by.releaser().acting(),
                      () -> answering.release(reference, pack, by.releaser())),
                  races.attempt(
                      isolation,
                      by.caseworker().acting(),
                      () ->
                          answering.desk.withhold(
                              reference, record, 1, THIRD_PARTY, by.caseworker()))));
      assertThat(kept).containsExactlyInAnyOrder(0, 1);
      assertThat(count("response.departure", reference)).isEqualTo(kept.getFirst().longValue());
      assertThat(count("records.page_decision", reference)).isEqualTo(2 + kept.getLast());
    }
  }

  private long count(String table, CaseReference reference) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = :case")
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }
}
