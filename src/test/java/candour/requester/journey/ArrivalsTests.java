package candour.requester.journey;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Casework;
import candour.identity.Clue;
import candour.identity.Identity;
import candour.platform.Acting;
import candour.requester.Asking;
import candour.support.Browser;
import candour.support.PortalTest;
import candour.support.Samples;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People came, left and came again. */
@PortalTest
class ArrivalsTests {

  @LocalServerPort int port;
  @Autowired Samples samples;
  @Autowired Casework casework;
  @Autowired Identity identity;

  private Browser browser;
  private Asking asking;

  @BeforeEach
  void somebodyAsks() {
    browser = new Browser(port);
    asking = new Asking(browser, UUID.randomUUID() + "@example.org").withAllClues();
  }

  @Test
  void three_arrivals_are_three_clues_in_their_order_and_a_wrong_date_keeps_them() {
    asking.answerUntil("arrival");
    var page =
        browser.submit(
            "main form",
            Map.of(
                "second.vessel",
                "BA 264",
                "second.date.month",
                "13",
                "second.date.year",
                "1975",
                "third.port",
                "Dover",
                "third.words",
                "By coach"));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().select(".govuk-error-summary a").attr("href"))
        .isEqualTo("#second-date-month");
    assertThat(page.html().select("details[open] [name=second.vessel]").val()).isEqualTo("BA 264");
    assertThat(page.html().select("details[open] [name=third.words]").val()).isEqualTo("By coach");
    asking
        .with(
            "arrival",
            Map.of(
                "first.vessel",
                "SS Ascania",
                "second.vessel",
                "BA 264",
                "second.date.month",
                "12",
                "second.date.year",
                "1975",
                "third.port",
                "Dover"))
        .answerAll();
    var rows =
        browser.page().html().select(".govuk-summary-list__row:has(dt:contains(Coming to the UK))");
    assertThat(rows.eachText())
        .satisfiesExactly(
            it -> assertThat(it).contains("SS Ascania"),
            it -> assertThat(it).contains("BA 264", "December 1975"),
            it -> assertThat(it).contains("Dover"));
    browser.submit("main form", Map.of());
    var requester =
        samples
            .as(
                Acting.system(),
                () -> casework.asked(casework.numbered(asking.number()).orElseThrow()))
            .requesterId();
    assertThat(samples.as(Acting.system(), () -> identity.clues(requester)))
        .filteredOn(Clue.Arrival.class::isInstance)
        .extracting(it -> ((Clue.Arrival) it).vessel())
        .containsExactly("SS Ascania", "BA 264", "");
  }
}
