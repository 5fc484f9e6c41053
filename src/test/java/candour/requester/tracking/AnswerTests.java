package candour.requester.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.casework.Reopening;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.requester.PostRoom;
import candour.response.Answering;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class AnswerTests {

  private static final String FORM = "main form[action$=answer/1]";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired Samples samples;
  @Autowired Links links;
  @Autowired Answering answering;
  @Autowired Casework casework;

  Browser browser;
  PostRoom post;

  @BeforeEach
  void visit() {
    browser = new Browser(port);
    post = new PostRoom(jdbc, seals, samples);
  }

  @Test
  void the_answer_is_handed_over_for_the_code_in_the_letter() {
    var reference = answered();
    assertThat(browser.page().text()).contains("Your answer is ready.");
    browser.get("/my-request/answer");
    var wrong = browser.submit(FORM, Map.of("code", "00000-00000"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.html().select("#code-error").text()).contains("4 times more");
    var code = post.codes(reference.value()).getFirst();
    var file =
        browser.submit(FORM, Map.of("code", code.toLowerCase(Locale.ROOT).replace('-', ' ')));
    assertThat(file.text()).startsWith("%PDF-");
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(file.header("Cache-Control")).contains("no-store");
  }

  @Test
  void five_wrong_codes_make_a_code_void_and_a_new_one_opens() {
    var reference = answered();
    browser.get("/my-request/answer");
    for (int i = 1; i <= 5; i++) {
      assertThat(browser.submit(FORM, Map.of("code", "0000" + i)).status()).isEqualTo(422);
    }
    assertThat(browser.page().html().select(".govuk-error-summary").text())
        .contains("That code no longer works");
    assertThat(browser.page().html().select(".govuk-error-summary a")).isEmpty();
    assertThat(browser.page().text()).contains("We send a new code by post");
    assertThat(browser.get("/my-request/answer").html().select(FORM)).isEmpty();
    browser.submit("main form[action$=code]", Map.of());
    assertThat(browser.page().text()).contains("A new code is on its way");
    var codes = post.codes(reference.value());
    assertThat(codes).hasSize(2);
    assertThat(browser.submit(FORM, Map.of("code", codes.getFirst())).status()).isEqualTo(422);
    assertThat(browser.submit(FORM, Map.of("code", codes.getLast())).text()).startsWith("%PDF-");
  }

  @Test
  void a_further_answer_is_announced_as_one() {
    var officers = answering.officers();
    var reference = answering.ready(officers).reference();
    answering.released(reference, officers);
    enter(reference);
    samples.as(
        Acting.system(),
        () -> {
          casework.reopen(reference, Reopening.DETERMINATION_ENDED);
          return null;
        });
    assertThat(browser.get("/my-request").text())
        .contains("Your answer is ready.", "we are looking at our answer again");
    answering.released(reference, officers);
    assertThat(browser.get("/my-request").text())
        .contains("A further answer is ready.")
        .doesNotContain("looking at our answer again");
    assertThat(browser.get("/my-request?lang=cy").text()).contains("Mae ateb pellach yn barod.");
  }

  @Test
  void before_the_release_there_is_nothing_to_open() {
    enter(samples.generalCase());
    assertThat(browser.page().text()).doesNotContain("Your answer is ready.");
    assertThat(browser.get("/my-request/answer").path()).isEqualTo("/my-request");
  }

  private CaseReference answered() {
    var officers = answering.officers();
    var reference = answering.ready(officers).reference();
    answering.released(reference, officers);
    enter(reference);
    return reference;
  }

  private void enter(CaseReference reference) {
    var asker = candour.requester.tracking.Browser.random();
    var token =
        samples.as(
            Acting.system(),
            () -> links.issue(samples.holderOf(reference), "a@example.org", asker));
    browser.get("/my-request/open/" + token);
    browser.submit("main form", Map.of("code", asker.code()));
    assertThat(browser.page().path()).isEqualTo("/my-request");
  }
}
