package candour.casework.desk;

import static candour.casework.desk.Desk.done;
import static candour.casework.desk.Desk.errors;
import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.casework.Correspondence;
import candour.casework.Purpose;
import candour.platform.Officer.Role;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class MessagesPageTests {

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Correspondence correspondence;
  private CaseReference reference;
  private String base;

  @BeforeEach
  void open_a_case() {
    reference = samples.open(Purpose.PROVE_STATUS).reference();
    base = "/staff/cases/" + reference;
  }

  @Test
  void messages_go_both_ways_and_one_sent_twice_is_one() {
    var browser = Desk.of(people, Role.CASEWORKER);
    samples
        .holderOf(reference)
        .acting()
        .run(() -> correspondence.write(reference, "Please <b>hurry</b>\nBeryl"));
    for (int i = 0; i < 2; i++) {
      browser.get(base + "/messages");
      done(browser, Map.of("words", "We are searching."));
    }
    assertThat(browser.page().html().select("article").eachText())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Olwen Price")
        .contains("We are searching.");
    assertThat(browser.page().html().select("article").eachText().getLast())
        .contains("Please <b>hurry</b> Beryl");
    browser.get(base + "/messages");
    var tooLong = browser.submit("main form", Map.of("words", "a".repeat(20_001)));
    assertThat(errors(tooLong)).containsExactly("Write the message, in up to 20,000 characters");
    assertThat(tooLong.html().expectFirst("textarea").val()).hasSize(20_001);
    assertThat(Desk.of(people, Role.RELEASER).get(base + "/messages").html().select("main form"))
        .isEmpty();
  }
}
