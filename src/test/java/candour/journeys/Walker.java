package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Somebody with a browser who finds things by what they say. With JavaScript, every page that is
 * arrived at is checked by axe and must leave no message in the console.
 */
final class Walker implements AutoCloseable {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final String base;
  private final boolean script;
  private final Path downloads;

  private Walker(ChromeDriver driver, String base, boolean script, Path downloads) {
    this.driver = driver;
    this.base = base;
    this.script = script;
    this.downloads = downloads;
  }

  static boolean canWalk() {
    return Files.exists(BROWSER) && Files.exists(DRIVER);
  }

  static Walker withScript(int port) {
    return open(port, true, 1200);
  }

  static Walker withoutScript(int port) {
    return open(port, false, 390);
  }

  private static Walker open(int port, boolean script, int width) {
    try {
      var downloads = Files.createTempDirectory("candour-downloads");
      var options = new ChromeOptions();
      options.setBinary(BROWSER.toString());
      options.addArguments(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--window-size=" + width + ",1400",
          "--user-data-dir=" + Files.createTempDirectory("candour-browser"),
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
      options.setExperimentalOption(
          "prefs",
          Map.of(
              "download.default_directory",
              downloads.toString(),
              "plugins.always_open_pdf_externally",
              true,
              "profile.managed_default_content_settings.javascript",
              script ? 1 : 2));
      var logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.WARNING);
      options.setCapability("goog:loggingPrefs", logs);
      var service =
          new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
      return new Walker(
          new ChromeDriver(service, options), "http://localhost:" + port, script, downloads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes to a path of the portal. */
  Walker go(String path) {
    driver.get(path.startsWith("http") ? path : base + path);
    return arrived();
  }

  /** Follows the link or presses the button of these words. */
  Walker press(String words) {
    var target =
        driver
            .findElements(
                By.xpath(
                    "//button[normalize-space()="
                        + quoted(words)
                        + "] | //a[normalize-space()="
                        + quoted(words)
                        + "]"))
            .stream()
            .filter(WebElement::isDisplayed)
            .findFirst();
    assertThat(target).as("A link or button “%s” on %s", words, where()).isPresent();
    var old = driver.findElement(By.tagName("html"));
    target.orElseThrow().click();
    new WebDriverWait(driver, PATIENCE).until(_ -> isGone(old) || isGone(target.orElseThrow()));
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
  Walker date(String question, java.time.LocalDate date) {
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

  String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  String path() {
    return driver.getCurrentUrl().substring(base.length());
  }

  String source() {
    return String.valueOf(driver.getPageSource());
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  String attribute(String css, String name) {
    return String.valueOf(driver.findElement(By.cssSelector(css)).getDomAttribute(name));
  }

  /** Sees these words on the page, or the walk ends here. */
  Walker sees(String... words) {
    for (var word : words) {
      assertThat(text()).as("On %s", where()).contains(word);
    }
    return this;
  }

  boolean has(String words) {
    return !driver
        .findElements(
            By.xpath(
                "//button[normalize-space()=%1$s] | //a[normalize-space()=%1$s]"
                    .formatted(quoted(words))))
        .isEmpty();
  }

  /** The link in the newest mail to this address, on the demo's mailbox page. */
  Optional<String> newestMailTo(String email) {
    return driver.findElements(By.cssSelector(".app-mail")).stream()
        .filter(m -> m.getText().contains(email) && !m.findElements(By.cssSelector("a")).isEmpty())
        .map(m -> String.valueOf(m.findElement(By.cssSelector("a")).getDomAttribute("href")))
        .map(href -> java.net.URI.create(href).getPath())
        .findFirst();
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

  /**
   * Sends a form that the page does not offer, as somebody would who changes the page in their
   * browser.
   */
  Walker forgePost(String path, String fields) {
    var form =
        driver.findElements(By.cssSelector("form[method=post]")).stream()
            .filter(f -> !f.findElements(By.cssSelector("input[name=_csrf]")).isEmpty())
            .findFirst()
            .orElseThrow();
    driver.executeScript(
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
        """,
        form,
        base + path,
        fields);
    new WebDriverWait(driver, PATIENCE).until(_ -> isGone(form));
    return arrived();
  }

  /** The file that arrives after a press of this button, which leaves the page as it is. */
  Path download(String words) {
    var before = files();
    driver
        .findElement(
            By.xpath(
                "//button[normalize-space()="
                    + quoted(words)
                    + "] | //a[normalize-space()="
                    + quoted(words)
                    + "]"))
        .click();
    new WebDriverWait(driver, PATIENCE).until(_ -> files().size() > before.size());
    return files().stream().filter(f -> !before.contains(f)).findFirst().orElseThrow().toPath();
  }

  /** Whole files: Chromium gives a file its name when all of it is there. */
  private List<File> files() {
    var found = downloads.toFile().listFiles((_, name) -> name.endsWith(".pdf"));
    return found == null ? List.of() : List.of(found);
  }

  private WebElement field(String label) {
    var labels = driver.findElements(By.xpath("//label[normalize-space()=" + quoted(label) + "]"));
    assertThat(labels).as("A field “%s” on %s", label, where()).isNotEmpty();
    return driver.findElement(By.id(String.valueOf(labels.getFirst().getDomAttribute("for"))));
  }

  private Walker arrived() {
    assertThat(driver.getTitle()).as("Title of %s", where()).isNotBlank().doesNotContain("??");
    assertThat(source())
        .as("Words missing on %s", where())
        .doesNotContainPattern("\\?\\?[a-z.-]+_(en|cy)");
    if (script && String.valueOf(driver.getPageSource()).contains("govuk-template")) {
      var problems =
          new AxeBuilder()
              .setLegacyMode(true)
              // GOV.UK Frontend's own markup of an answer that reveals a question: aria-expanded on
              // a radio button.
              .disableRules(List.of("aria-allowed-attr"))
              .withTags(
                  List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
              .analyze(driver)
              .getViolations();
      assertThat(problems.stream().map(Walker::described)).as("axe on %s", where()).isEmpty();
      var console = driver.manage().logs().get(LogType.BROWSER).getAll();
      assertThat(console).as("Console of %s", where()).allMatch(e -> isExpected(e.getMessage()));
    }
    return this;
  }

  /** A page that says no has a status that says no, and Chromium notes it. */
  private static boolean isExpected(String message) {
    return message.contains("the server responded with a status of 4");
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().map(n -> n.getHtml()).toList();
  }

  private String where() {
    return driver.getCurrentUrl() + " (" + driver.getTitle() + ")";
  }

  private static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (org.openqa.selenium.WebDriverException e) {
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
