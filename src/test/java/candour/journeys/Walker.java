package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody with a browser who finds things by what they say. With JavaScript, every page that is
 * arrived at is checked by axe, once for each content, and must leave no message in the console.
 */
final class Walker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ChromeDriver driver;
  private final String base;
  private final boolean script;
  private final Downloads downloads;

  private Walker(ChromeDriver driver, String base, boolean script, Downloads downloads) {
    this.driver = driver;
    this.base = base;
    this.script = script;
    this.downloads = downloads;
  }

  static boolean canWalk() {
    return Chrome.isThere();
  }

  static Walker withScript(int port) {
    return open(port, true, 1200);
  }

  static Walker withoutScript(int port) {
    return open(port, false, 390);
  }

  private static Walker open(int port, boolean script, int width) {
    var downloads = Downloads.inNewFolder();
    var driver = Chrome.open(width, script, downloads.folder());
    return new Walker(driver, "http://localhost:" + port, script, downloads);
  }

  /** Goes to a path of the portal. */
  Walker go(String path) {
    driver.get(path.startsWith("http") ? path : base + path);
    return arrived();
  }

  /** Follows the link or presses the button of these words. */
  Walker press(String words) {
    var target = pressable(words);
    var old = driver.findElement(By.tagName("html"));
    target.click();
    until(() -> isGone(old) || isGone(target));
    return arrived();
  }

  /** Fills in the field of this label. */
  Walker fill(String label, String value) {
    var field = field(label);
    field.clear();
    field.sendKeys(value);
    return this;
  }

  /** Chooses the radio button, ticks the checkbox, of these words. */
  Walker choose(String... labels) {
    for (var label : labels) {
      var box = field(label);
      if (!box.isSelected()) {
        box.click();
      }
    }
    return this;
  }

  /** Chooses this answer to the question of these words. */
  Walker answer(String question, String answer) {
    var box =
        driver.findElement(
            By.xpath(
                "//fieldset[legend[normalize-space()=%s]]//label[normalize-space()=%s]"
                    .formatted(quoted(question), quoted(answer))));
    driver.findElement(By.id(String.valueOf(box.getDomAttribute("for")))).click();
    return this;
  }

  /** Fills in the day, month and year of this question. */
  Walker date(String question, LocalDate date) {
    var fields =
        driver.findElements(
            By.xpath(
                "//fieldset[legend[normalize-space()=%s]]//input[@type='text']"
                    .formatted(quoted(question))));
    assertThat(fields).as(question).hasSize(3);
    fields.get(0).sendKeys(Integer.toString(date.getDayOfMonth()));
    fields.get(1).sendKeys(Integer.toString(date.getMonthValue()));
    fields.get(2).sendKeys(Integer.toString(date.getYear()));
    return this;
  }

  /** Chooses from the list of this label. */
  Walker select(String label, String option) {
    new Select(field(label)).selectByVisibleText(option);
    return this;
  }

  /** Chooses a file in the field of this label. */
  Walker upload(String label, Path file) {
    field(label).sendKeys(file.toAbsolutePath().toString());
    return this;
  }

  /** What stands on the page, without its chrome. */
  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  String path() {
    return driver.getCurrentUrl().substring(base.length());
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  /** Sees these words on the page, or the walk ends here. */
  Walker sees(String... words) {
    for (var word : words) {
      assertThat(text()).as("On %s", where()).contains(word);
    }
    return this;
  }

  boolean has(String words) {
    return !linksAndButtons(words).isEmpty();
  }

  /** The first link of each mail to this address, the newest first, on the demo's mailbox page. */
  Stream<String> linksMailedTo(String email) {
    return driver.findElements(By.cssSelector(".app-mail")).stream()
        .filter(m -> m.getText().contains(email) && !m.findElements(By.cssSelector("a")).isEmpty())
        .map(m -> String.valueOf(m.findElement(By.cssSelector("a")).getDomAttribute("href")))
        .map(href -> URI.create(href).getPath());
  }

  Set<Cookie> cookies() {
    return driver.manage().getCookies();
  }

  /** Takes somebody else's place: the browser remembers this, and nothing of who was there. */
  Walker remember(Set<Cookie> cookies) {
    driver.manage().deleteAllCookies();
    cookies.forEach(driver.manage()::addCookie);
    return this;
  }

  /** What another tab shows there, while this one stays where it is. */
  String inNewTab(String path, String css) {
    var here = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get(base + path);
    var text = driver.findElement(By.cssSelector(css)).getText();
    driver.close();
    driver.switchTo().window(here);
    return text;
  }

  /** The words of the link in the row that has these words. */
  String numberOf(String words) {
    return driver
        .findElement(By.xpath("//tr[contains(., %s)]//a".formatted(quoted(words))))
        .getText();
  }

  /** Chooses the option that begins with these words. */
  Walker selectStartingWith(String label, String beginning) {
    var list = new Select(field(label));
    var option =
        list.getOptions().stream()
            .map(WebElement::getText)
            .filter(t -> t.startsWith(beginning))
            .findFirst();
    list.selectByVisibleText(option.orElseThrow());
    return this;
  }

  /** Sends what the page does not offer, as somebody would who changes it in their browser. */
  Walker forgePost(String path, String fields) {
    var old = driver.findElement(By.tagName("html"));
    Forgery.post(driver, base + path, fields);
    until(() -> isGone(old));
    return arrived();
  }

  /** The file that arrives after a press of this button, which leaves the page as it is. */
  Path download(String words) {
    var before = downloads.files();
    pressable(words).click();
    until(() -> downloads.files().size() > before.size());
    return downloads.files().stream().filter(f -> !before.contains(f)).findFirst().orElseThrow();
  }

  private WebElement field(String label) {
    var labels = driver.findElements(By.xpath("//label[normalize-space()=" + quoted(label) + "]"));
    assertThat(labels).as("A field “%s” on %s", label, where()).isNotEmpty();
    return driver.findElement(By.id(String.valueOf(labels.getFirst().getDomAttribute("for"))));
  }

  private WebElement pressable(String words) {
    var found = linksAndButtons(words).stream().filter(WebElement::isDisplayed).findFirst();
    assertThat(found).as("A link or button “%s” on %s", words, where()).isPresent();
    return found.orElseThrow();
  }

  private List<WebElement> linksAndButtons(String words) {
    return driver.findElements(
        By.xpath(
            "//button[normalize-space()=%1$s] | //a[normalize-space()=%1$s]"
                .formatted(quoted(words))));
  }

  private Walker arrived() {
    Inspection.of(driver, script);
    return this;
  }

  private void until(BooleanSupplier so) {
    new WebDriverWait(driver, PATIENCE, PAUSE).until(_ -> so.getAsBoolean());
  }

  private String where() {
    return driver.getCurrentUrl() + " (" + driver.getTitle() + ")";
  }

  /** In the moment at which the page changes, the driver says so in more than one way. */
  static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (WebDriverException e) {
      return true;
    }
  }

  private static String quoted(String words) {
    return words.contains("'") ? "\"" + words + "\"" : "'" + words + "'";
  }

  @Override
  public void close() {
    driver.quit();
  }
}
