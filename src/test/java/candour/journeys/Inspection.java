package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** What every page that is arrived at must stand. */
public final class Inspection {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

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
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder()
            .setLegacyMode(true)
            .withOptions(options)
            .withTags(RULES)
            .analyze(driver)
            .getViolations()
            .stream()
            .flatMap(Inspection::described)
            .toList();
  }

  /** The page left no message in the console. */
  private static void ofConsole(ChromeDriver driver) {
    var console = driver.manage().logs().get(LogType.BROWSER).getAll();
    assertThat(console)
        .as("Console of %s", where(driver))
        .allMatch(e -> isExpected(e.getMessage()));
  }

  private static Stream<String> described(Rule rule) {
    return rule.getNodes().stream()
        .filter(node -> !isRevealingRadio(rule, node))
        .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml());
  }

  /** GOV.UK Frontend puts aria-expanded, and no other such attribute, on radios that reveal. */
  static boolean isRevealingRadio(Rule rule, CheckedNode node) {
    var html = node.getHtml();
    return rule.getId().equals("aria-allowed-attr")
        && html.startsWith("<input class=\"govuk-radios__input\"")
        && html.contains("type=\"radio\"")
        && html.contains("aria-expanded=")
        && !html.replaceAll("aria-(expanded|controls|describedby)=", "").contains("aria-");
  }

  /** A page that says no has a status that says no, and Chromium notes it. */
  private static boolean isExpected(String message) {
    return message.contains("the server responded with a status of 4");
  }

  private static String where(ChromeDriver driver) {
    return driver.getCurrentUrl() + " (" + driver.getTitle() + ")";
  }
}
