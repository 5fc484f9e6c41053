package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import candour.requester.Asking;
import candour.support.Browser;
import candour.support.PortalTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way from the start to the confirmation, by keys alone. */
@PortalTest
@EnabledIf("candour.journeys.Chrome#isThere")
class KeyboardTests {

  @LocalServerPort int port;

  @Test
  void who_uses_no_mouse_asks_all_the_same() {
    var answers = new HashMap<>(new Asking(new Browser(port), "keys@example.org").answers());
    var driver = Chrome.open(390, true, Path.of("target"));
    try {
      var keyboard = new Keyboard(driver);
      driver.get("http://localhost:" + port + "/");
      keyboard.enter("main .govuk-button--start");
      // Each page once: one that comes again was not answered.
      for (var next = answers.remove(page(driver));
          next != null;
          next = answers.remove(page(driver))) {
        keyboard.answer(next);
      }
      assertThat(page(driver)).isEqualTo("check-your-answers");
      keyboard.enter(Keyboard.SEND);
      assertThat(page(driver)).isEqualTo("sent");
    } finally {
      driver.quit();
    }
  }

  private static String page(ChromeDriver driver) {
    return URI.create(String.valueOf(driver.getCurrentUrl())).getPath().replace("/request/", "");
  }
}
