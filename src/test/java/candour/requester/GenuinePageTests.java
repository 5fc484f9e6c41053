package candour.requester;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Purpose;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Anybody may ask whether something is ours; receipts are shown in {@code ReceiptTests}. */
@PortalTest
class GenuinePageTests {

  @Autowired People people;
  @Autowired Samples samples;

  @Test
  void a_number_of_ours_is_genuine_however_it_is_typed_and_all_else_looks_alike() {
    var browser = people.visitor();
    var number = samples.open(Purpose.CHECK).number();
    assertThat(browser.get("/log").html().select("a[href=/log/genuine]")).hasSize(1);
    assertThat(answer(browser, number)).startsWith("Yes");
    assertThat(answer(browser, number.toLowerCase(Locale.ROOT).replace('-', ' ')))
        .startsWith("Yes");
    var unknown = answer(browser, "SAR-0000-0000");
    assertThat(unknown).startsWith("No");
    for (var other :
        new String[] {
          "hello",
          "{\"leaf\":",
          "{\"leaf\":{}}\n",
          "c2sp.org/tlog-proof@v1\nindex 9\n\nx\n1\nAA==\n"
        }) {
      assertThat(answer(browser, other)).isEqualTo(unknown);
    }
    var other = people.visitor();
    assertThat(masked(shown(browser, "SAR-0000-0000"))).isEqualTo(masked(shown(other, "nobody")));
    assertThat(shown(browser, "").status()).isEqualTo(422);
    var tooLong = shown(browser, "x".repeat(50_001));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.html().select("#held").val()).hasSize(50_001);
    assertThat(browser.get("/log/genuine?lang=cy").heading()).contains("ddilys");
  }

  @Test
  void who_asks_too_often_has_to_wait_and_loses_nothing() {
    var browser = people.visitor();
    for (int i = 0; i < 60; i++) {
      shown(browser, "SAR-0000-0000");
    }
    var slowed = shown(browser, "SAR-0000-0000");
    assertThat(slowed.status()).isEqualTo(422);
    assertThat(slowed.html().select("#held").val()).isEqualTo("SAR-0000-0000");
    people.signedIn(Role.CASEWORKER);
  }

  private static String answer(Browser browser, String held) {
    return shown(browser, held).html().select(".govuk-inset-text").text();
  }

  private static Page shown(Browser browser, String held) {
    browser.get("/log/genuine");
    return browser.submit("main form", Map.of("held", held));
  }

  private static String masked(Page page) {
    var html = page.html();
    html.select("[name=_csrf], #held").remove();
    return html.html();
  }
}
