package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody with a keyboard and no mouse: goes on with Tab, and to nothing that Tab passes by. */
final class Keyboard {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int STOPS = 100;

  /** What sends a form, and not what is offered beside it. */
  static final String SEND = "main form button[type=submit]:not(.govuk-button--secondary)";

  private final ChromeDriver driver;

  Keyboard(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Where Tab has come to. */
  private record Stop(WebElement element, String name, String value, boolean isChoice) {

    boolean isRadio() {
      return "radio".equals(element.getDomAttribute("type"));
    }
  }

  /** Goes on by the first thing that is followed or sent with this selector. */
  void enter(String selector) {
    var target = driver.findElement(By.cssSelector(selector));
    for (int stops = 0; !driver.switchTo().activeElement().equals(target); stops++) {
      assertThat(stops).as("Tab does not come to %s", selector).isLessThan(STOPS);
      press(Keys.TAB);
    }
    go(target);
  }

  /** Answers, in the order in which Tab comes to them, the fields of these names, and sends. */
  void answer(Map<String, Object> answers) {
    var left = new HashSet<>(answers.keySet());
    left.removeIf(name -> String.valueOf(answers.get(name)).isEmpty());
    var send = driver.findElement(By.cssSelector(SEND));
    for (int stops = 0; !driver.switchTo().activeElement().equals(send); stops++) {
      assertThat(stops).as("Tab does not come to the button").isLessThan(STOPS);
      press(Keys.TAB);
      var stop = stop();
      if (answers.containsKey(stop.name())) {
        answer(stop, texts(answers.get(stop.name())));
        left.remove(stop.name());
      }
    }
    assertThat(left).as("Fields that Tab did not come to at %s", driver.getTitle()).isEmpty();
    go(send);
  }

  private void answer(Stop stop, List<String> texts) {
    if (!stop.isChoice()) {
      press(texts.getFirst());
    } else if (stop.isRadio()) {
      for (var at = stop; !at.value().equals(texts.getFirst()); at = stop()) {
        press(Keys.ARROW_DOWN);
      }
      press(Keys.SPACE);
    } else if (texts.contains(stop.value())) {
      press(Keys.SPACE);
    }
  }

  private static List<String> texts(Object answer) {
    return answer instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(answer));
  }

  private Stop stop() {
    var element = driver.switchTo().activeElement();
    var type = Objects.requireNonNullElse(element.getDomAttribute("type"), "");
    return new Stop(
        element,
        Objects.requireNonNullElse(element.getDomAttribute("name"), ""),
        Objects.requireNonNullElse(element.getDomProperty("value"), ""),
        List.of("radio", "checkbox").contains(type));
  }

  private void go(WebElement target) {
    press(Keys.ENTER);
    new WebDriverWait(driver, PATIENCE).until(_ -> Walker.isGone(target));
  }

  private void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }
}
