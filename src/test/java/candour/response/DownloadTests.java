package candour.response;

import static candour.response.ResponsesTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Acting;
import candour.platform.Days;
import candour.response.Answering.Three;
import candour.support.MovableClock;
import candour.support.PortalTest;
import candour.support.Races;
import candour.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The person and the code: what opens the answer, how often, and for whom. */
@PortalTest
class DownloadTests {

  @Autowired Responses responses;
  @Autowired Answering answering;
  @Autowired Posted posted;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired Days days;
  @Autowired JdbcClient jdbc;

  private Three by;
  private CaseReference reference;

  @BeforeEach
  void a_case_without_obstacles() {
    by = answering.officers();
    reference = answering.ready(by).reference();
  }

  @Test
  void there_is_nothing_to_download_before_the_release() {
    answering.approved(reference, by);
    assertThat(asked(() -> responses.answers(reference))).isEmpty();
    assertThat(download("00000-00000")).isEqualTo(new Download.NotReleased());
    refused("not-released", this::sendNewCode);
  }

  @Test
  void the_code_of_the_letter_opens_the_answer_however_it_is_typed() {
    var pack = answering.released(reference, by);
    var code = posted.code(reference);
    var typed = " " + code.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l') + "\t";
    var file = (Download.File) download(typed);
    assertThat(file.bytes()).isEqualTo(answering.pdf(reference, pack, by.caseworker()));
    assertThat(file.name()).matches("SAR-.{4}-.{4}\\.pdf");
    var answer = asked(() -> responses.answers(reference)).getFirst();
    assertThat(answer.releasedOn()).isEqualTo(days.today());
    assertThat(answer.pages()).isPositive();
    assertThat(answer.downloads()).hasSize(1);
    assertThat(answer.code()).isEqualTo(new Answer.Code(days.today().plusDays(30), 5, 4));
    assertThat(count("audit.entry", "class = 'pack.downloaded'")).isOne();
  }

  @Test
  void five_wrong_tries_make_the_code_void_and_each_is_kept() {
    answering.released(reference, by);
    var code = posted.code(reference);
    for (int left = 4; left > 0; left--) {
      assertThat(download("wrong")).isEqualTo(new Download.WrongCode(left));
      assertThat(Objects.requireNonNull(code()).triesLeft()).isEqualTo(left);
    }
    assertThat(count("audit.entry", "class = 'code.voided'")).isZero();
    var warned = posted.mails("code-void").size();
    assertThat(download("wrong")).isEqualTo(new Download.Closed());
    assertThat(count("audit.entry", "class = 'code.voided'")).isOne();
    assertThat(posted.mails("code-void")).hasSize(warned + 1);
    assertThat(download(code)).isEqualTo(new Download.Closed());
    assertThat(posted.mails("code-void")).hasSize(warned + 1);
    assertThat(posted.mails("code-void").getLast())
        .contains("beryl.campbell@example.org", "/my-request/link", "new code")
        .doesNotContain("Beryl", "Constance", "SAR-", reference.toString())
        .doesNotContainIgnoringCase(
            "home office", "immigration", "subject access", "your data", "answer");
    assertThat(code()).isNull();
    assertThat(count("response.download", "true")).isZero();
  }

  @Test
  void a_code_is_good_for_five_downloads_even_at_once() throws Exception {
    answering.released(reference, by);
    var code = posted.code(reference);
    assertThat(Races.atOnce(12, () -> download(code)))
        .filteredOn(Download.File.class::isInstance)
        .hasSize(5);
    assertThat(download(code)).isEqualTo(new Download.Closed());
    assertThat(count("response.download", "true")).isEqualTo(5);
    assertThat(count("audit.entry", "class = 'pack.downloaded'")).isEqualTo(5);
  }

  @Test
  void a_code_opens_for_thirty_days() {
    answering.released(reference, by);
    var code = posted.code(reference);
    clock.set(clock.instant().plus(Duration.ofDays(30).minusMinutes(1)));
    assertThat(download(code)).isInstanceOf(Download.File.class);
    clock.set(clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(download(code)).isEqualTo(new Download.Closed());
  }

  @Test
  void a_new_code_comes_by_letter_at_most_three_a_day_and_the_old_one_is_void() {
    answering.released(reference, by);
    var first = posted.code(reference);
    sendNewCode();
    var second = posted.code(reference);
    assertThat(second).isNotEqualTo(first);
    assertThat(download(first)).isEqualTo(new Download.WrongCode(4));
    assertThat(download(second)).isInstanceOf(Download.File.class);
    sendNewCode();
    refused("too-many-codes", this::sendNewCode);
    assertThat(posted.letters(reference)).hasSize(3);
  }

  @Test
  void nobody_sees_or_downloads_the_answer_of_another() {
    answering.released(reference, by);
    var code = posted.code(reference);
    var stranger = samples.holderOf(answering.ready(by).reference()).acting();
    assertThat(stranger.call(() -> responses.answers(reference))).isEmpty();
    assertThat(stranger.call(() -> responses.download(reference, 1, code)))
        .isEqualTo(new Download.NotReleased());
    for (var table : List.of("pack", "release", "approval", "release_code", "download")) {
      assertThat(
              samples.as(
                  stranger,
                  () ->
                      jdbc.sql("select count(*) from response." + table + " where case_id = :case")
                          .param("case", reference.value())
                          .query(Long.class)
                          .single()))
          .as(table)
          .isZero();
    }
    assertThat(
            samples.as(
                stranger,
                () ->
                    jdbc.sql("select count(*) from response.withheld_entries(:case)")
                        .param("case", reference.value())
                        .query(Long.class)
                        .single()))
        .isZero();
  }

  @Test
  void the_stored_code_is_only_its_keyed_hash() {
    answering.released(reference, by);
    var code = posted.code(reference).replace("-", "");
    var stored =
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql("select c::text from response.release_code c where case_id = :case")
                    .param("case", reference.value())
                    .query((row, _) -> row.getString(1))
                    .single());
    assertThat(stored).doesNotContain(code);
  }

  private Answer.@Nullable Code code() {
    return asked(() -> responses.answers(reference)).getFirst().code();
  }

  private Download download(String code) {
    return asked(() -> responses.download(reference, 1, code));
  }

  private void sendNewCode() {
    samples.holderOf(reference).acting().run(() -> responses.sendNewCode(reference, 1));
  }

  private <T> T asked(Supplier<T> question) {
    return samples.holderOf(reference).acting().call(question);
  }

  private long count(String table, String condition) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select count(*) from " + table + " where case_id = :case and " + condition)
                .param("case", reference.value())
                .query(Long.class)
                .single());
  }
}
