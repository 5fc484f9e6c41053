package candour.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Officers at their desks: signing in costs seconds on purpose, so each role does it once. */
final class Desk {

  private static final Map<Role, Browser> SIGNED_IN = new EnumMap<>(Role.class);

  /** A look at somebody's identity that confirms it. */
  static final Map<String, String> SATISFIED =
      Map.of(
          "satisfied", "true",
          "method", "IN_PERSON",
          "evidence", "We spoke",
          "reason", "They knew it all");

  private Desk() {}

  static Browser of(People people, Role role) {
    return SIGNED_IN.computeIfAbsent(role, people::signedIn);
  }

  /** Sends the page's form, which must be accepted. */
  static Page done(Browser browser, Map<String, ?> fields) {
    var page = browser.submit("main form", fields);
    assertThat(page.status()).as(page.html().select(".govuk-error-summary").text()).isEqualTo(200);
    return page;
  }

  static List<String> errors(Page page) {
    return page.html().select(".govuk-error-summary li").eachText();
  }

  static String main(Browser browser) {
    return browser.page().html().expectFirst("main").text();
  }

  /** A day in the boxes of a form. */
  static Map<String, String> on(LocalDate day) {
    return Map.of(
        "on.day", "" + day.getDayOfMonth(),
        "on.month", "" + day.getMonthValue(),
        "on.year", "" + day.getYear());
  }
}
