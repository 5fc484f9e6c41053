package candour.response;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An answer that nobody has opened does not end unannounced. */
@PortalTest
class RemindersTests {

  @Autowired Responses responses;
  @Autowired ReminderJob job;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private CaseReference reference;
  private String code;

  @BeforeEach
  void an_answer_is_released_and_its_code_posted() {
    var by = answering.officers();
    reference = answering.ready(by).reference();
    answering.answered(reference, by);
    code = posted.code(reference);
    later(0);
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void the_person_is_told_once_and_in_neutral_words_a_week_before_the_code_ends() {
    later(22);
    assertThat(reminded()).isZero();
    later(2);
    assertThat(reminded()).isOne();
    later(1);
    assertThat(reminded()).isOne();
    assertThat(posted.mails("code-ends").getLast())
        .contains("beryl.campbell@example.org", "/my-request/link")
        .doesNotContain("Beryl", "SAR-", reference.toString(), code)
        .doesNotContainIgnoringCase("home office", "immigration", "your data", "answer");
  }

  @Test
  void who_has_opened_it_is_not_told() {
    samples
        .holderOf(reference)
        .acting()
        .run(() ->
            assertThat(responses.download(reference, 1, code)).isInstanceOf(Download.File.class));
    later(24);
    assertThat(reminded()).isZero();
    var answer = samples.holderOf(reference).acting().call(() -> responses.answers(reference));
    assertThat(answer.getFirst().downloads()).hasSize(1);
  }

  private void later(int days) {
    clock.set(clock.instant().plus(Duration.ofDays(days)));
    Acting.system().run(job::remindAll);
  }

  private int reminded() {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from response.reminder where case_id = :case")
                .param("case", reference.value())
                .query(Integer.class)
                .single());
  }
}
