package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.requester.Asking;
import candour.support.Browser;
import candour.support.People;
import candour.support.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of asking, opened and sent at every moment of the way. */
@PortalTest
class OutOfOrderTests {

  @Autowired People people;

  private final List<String> answered = new ArrayList<>();

  @Test
  void whoever_is_at_a_question_sees_those_before_it_and_no_other() {
    var browser = people.visitor();
    new Asking(browser, "a@example.org")
        .forClient("c@example.org")
        .withAllClues()
        .looking(at -> {
          everyPage(browser, at.path());
          answered.add(at.path());
        })
        .answerAll();
    assertThat(answered).hasSizeGreaterThan(10);
    everyPage(browser, Journey.CHECK);
  }

  private void everyPage(Browser browser, String at) {
    var token = browser.page().html().select("main form input[name=_csrf]").val();
    for (var page : Journey.PAGES) {
      var path = page.path();
      boolean seen = answered.contains(path) || path.equals(at);
      assertThat(browser.get(path).path()).as("%s at %s", path, at).isEqualTo(seen ? path : at);
      if (!seen) {
        assertThat(browser.post(path, Map.of("_csrf", token, "words", "too early")).path())
            .as("%s sent at %s", path, at)
            .isEqualTo(at);
      }
    }
    if (!at.equals(Journey.CHECK)) {
      assertThat(browser.get(Journey.CHECK).path()).isEqualTo(at);
      assertThat(browser.post(Journey.CHECK, Map.of("_csrf", token)).path()).isEqualTo(at);
    }
    assertThat(browser.get(Journey.SENT).path()).isEqualTo(answered.isEmpty() ? "/" : at);
    browser.get(at);
  }
}
