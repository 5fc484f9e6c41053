package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTests {

  private static final String RADIO =
      "<input class=\"govuk-radios__input\" id=\"a\" type=\"radio\" aria-controls=\"b\" aria-expanded=\"false\">";

  @Test
  void a_radio_that_reveals_is_let_pass_for_one_rule_alone() {
    assertThat(isLetPass("aria-allowed-attr", RADIO)).isTrue();
    assertThat(isLetPass("aria-valid-attr-value", RADIO)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a aria-expanded=\"true\" href=\"/\">",
        "<input class=\"govuk-radios__input\" type=\"radio\" aria-level=\"2\">",
        "<input class=\"govuk-radios__input\" type=\"radio\" aria-expanded=\"true\" aria-level=\"2\">",
        "<input class=\"govuk-input\" type=\"text\" aria-expanded=\"true\">",
      })
  void nothing_else_is(String html) {
    assertThat(isLetPass("aria-allowed-attr", html)).isFalse();
  }

  @Test
  @EnabledIf("candour.journeys.Walker#canWalk")
  void what_axe_finds_fails_the_inspection() {
    var driver = Chrome.open(1200, true, Downloads.inNewFolder().folder());
    try {
      var page = "data:text/html,<html lang=en><title>A</title><main><h1>A</h1>%s</main></html>";
      driver.get(page.formatted("<p>B</p>"));
      Inspection.ofAccess(driver);
      driver.get(page.formatted("<img src=about:blank>"));
      assertThatThrownBy(() -> Inspection.ofAccess(driver)).hasMessageContaining("image-alt");
    } finally {
      driver.quit();
    }
  }

  private static boolean isLetPass(String id, String html) {
    return new Inspection.Problem(id, "", html).isRevealingRadio();
  }
}
