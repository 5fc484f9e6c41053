package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** What every page that is arrived at must stand. */
public final class Inspection {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String AXE = axe();

  private static final String RUN =
      """

      return axe.run({runOnly: arguments[0], reporter: 'no-passes'}).then(found =>
          found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, rule.help, node.html])));
      """;

  /** What alone may differ between two pages that are one to axe: tokens, identifiers, the time. */
  private static final Pattern TOKENS =
      Pattern.compile(
          "(?<=name=\"_csrf\" value=\")[^\"]*|[0-9a-f-]{36}|(?<=data-seconds=\")\\d+|\\d\\d:\\d\\d(?=</time>)");

  private static final Set<String> INSPECTED = ConcurrentHashMap.newKeySet();

  private Inspection() {}

  /** The page has a title, and no message is missing; with JavaScript, its access is looked at. */
  static void of(ChromeDriver driver, boolean script) {
    var source = String.valueOf(driver.getPageSource());
    assertThat(driver.getTitle()).as("Title of %s", where(driver)).isNotBlank();
    assertThat(source)
        .as("Words missing on %s", where(driver))
        .doesNotContainPattern("\\?\\?[a-z.-]+_(en|cy)");
    if (script && source.contains("govuk-template")) {
      if (INSPECTED.add(TOKENS.matcher(source).replaceAll(""))) {
        ofAccess(driver);
      }
      ofConsole(driver);
    }
  }

  /** axe finds nothing. */
  static void ofAccess(ChromeDriver driver) {
    assertThat(problems(driver)).as("axe on %s", where(driver)).isEmpty();
  }

  /** What axe finds. */
  public static List<String> problems(ChromeDriver driver) {
    var found = (List<?>) Objects.requireNonNull(driver.executeScript(AXE + RUN, RULES));
    return found.stream()
        .map(each -> (List<?>) each)
        .map(each -> new Problem("" + each.get(0), "" + each.get(1), "" + each.get(2)))
        .filter(each -> !each.isRevealingRadio())
        .map(Problem::toString)
        .toList();
  }

  /** The page left no message in the console. */
  private static void ofConsole(ChromeDriver driver) {
    var console = driver.manage().logs().get(LogType.BROWSER).getAll();
    assertThat(console)
        .as("Console of %s", where(driver))
        .allMatch(e -> isExpected(e.getMessage()));
  }

  /** A page that says no has a status that says no, and Chromium notes it. */
  private static boolean isExpected(String message) {
    return message.contains("the server responded with a status of 4");
  }

  private static String where(ChromeDriver driver) {
    return driver.getCurrentUrl() + " (" + driver.getTitle() + ")";
  }

  private static String axe() {
    try (var script = Objects.requireNonNull(Inspection.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule that an element breaks. */
  record Problem(String rule, String help, String html) {

    /** GOV.UK Frontend puts aria-expanded, and no other such attribute, on radios that reveal. */
    boolean isRevealingRadio() {
      return rule.equals("aria-allowed-attr")
          && html.startsWith("<input class=\"govuk-radios__input\"")
          && html.contains("type=\"radio\"")
          && html.contains("aria-expanded=")
          && !html.replaceAll("aria-(expanded|controls|describedby)=", "").contains("aria-");
    }

    @Override
    public String toString() {
      return rule + ": " + help + " " + html;
    }
  }
}
