package candour.journeys;

import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A form of a page, turned against another address. */
final class Forgery {

  private static final String SCRIPT =
      """
      const form = arguments[0];
      form.action = arguments[1];
      new URLSearchParams(arguments[2]).forEach((value, name) => {
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = name;
        field.value = value;
        form.append(field);
      });
      form.submit();
      """;

  private Forgery() {}

  static void post(ChromeDriver driver, String address, String fields) {
    var form =
        driver.findElements(By.cssSelector("form[method=post]")).stream()
            .filter(f -> !f.findElements(By.cssSelector("input[name=_csrf]")).isEmpty())
            .findFirst()
            .orElseThrow();
    driver.executeScript(SCRIPT, form, address, fields);
  }
}
