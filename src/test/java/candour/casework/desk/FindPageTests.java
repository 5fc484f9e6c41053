package candour.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.Casework;
import candour.casework.Opened;
import candour.casework.Purpose;
import candour.identity.DataSubject;
import candour.identity.Identity;
import candour.identity.PartialDate;
import candour.identity.Requester;
import candour.identity.Showing;
import candour.platform.Acting;
import candour.platform.Identifiers;
import candour.platform.Officer.Role;
import candour.support.Browser;
import candour.support.Browser.Page;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Month;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class FindPageTests {

  /** Signing in costs seconds on purpose, so it is done once. */
  private static @Nullable Browser signedIn;

  @Autowired Samples samples;
  @Autowired People people;
  @Autowired Casework casework;
  @Autowired Identity identity;
  private Browser browser;

  @BeforeEach
  void sign_in() {
    browser = signedIn == null ? people.signedIn(Role.CASEWORKER) : signedIn;
    signedIn = browser;
  }

  @Test
  void a_number_opens_its_case_however_it_is_typed() {
    var opened = samples.open(Purpose.APPLICATION);
    browser.get("/staff/worklist");
    var found = find(opened.number().toLowerCase(Locale.ROOT).replace('-', ' '));
    assertThat(found.path()).isEqualTo("/staff/cases/" + opened.reference());
  }

  @Test
  void a_former_name_finds_the_case_and_says_what_else_is_known() {
    var unique = Identifiers.randomCode(8);
    var opened = open("Zoë Müller", "Zoe Grant" + unique + "\n<b>Zed</b>", "5 Quay Street\nM3 3JE");
    browser.get("/staff/worklist");
    var page = find("grant" + unique.toLowerCase(Locale.ROOT) + " muller m33je");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.path()).isEqualTo("/staff/worklist/find");
    assertThat(page.response().uri().getQuery()).isNull();
    assertThat(page.header("Cache-Control")).contains("no-store");
    var row = page.html().expectFirst("tbody tr");
    assertThat(row.text())
        .contains(
            opened.number(), "Zoë Müller", "4 March 1956; Zoe Grant" + unique + "; <b>Zed</b>");
    assertThat(row.expectFirst("a").attr("href")).endsWith(opened.reference().toString());
    assertThat(page.html().select("tbody tr")).hasSize(1);
    assertThat(page.html().expectFirst("main").text()).contains("1 case was found.");
  }

  @Test
  void at_most_fifty_are_shown_and_the_rest_are_to_be_narrowed_down() {
    var unique = Identifiers.randomCode(8);
    for (int i = 0; i < 51; i++) {
      open("Many" + unique + " " + i, "", "");
    }
    browser.get("/staff/worklist/find");
    var page = find("many" + unique);
    assertThat(page.html().select("tbody tr")).hasSize(50);
    assertThat(page.html().expectFirst("main").text()).contains("These are 50 of more.");
    assertThat(find("many" + unique + " 50").html().select("tbody tr")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_____", "' or '1'='1", "nobody:* | campbell", "<script>x</script>"})
  void hostile_text_finds_nothing_and_stays_in_the_box(String hostile) {
    browser.get("/staff/worklist");
    var page = find(hostile);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("tbody tr")).isEmpty();
    assertThat(page.html().expectFirst("main").text()).contains("No case was found.");
    assertThat(page.html().expectFirst("input[name=sought]").val()).isEqualTo(hostile);
  }

  @Test
  void nothing_and_far_too_much_are_refused_at_the_box() {
    browser.get("/staff/worklist");
    var none = find(" ");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.html().select(".govuk-error-summary").text())
        .contains("Enter a case number, a name, a reference or a postcode");
    var tooLong = find("x".repeat(10_000));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.html().expectFirst("input[name=sought]").val()).hasSize(10_000);
  }

  @Test
  void who_keeps_the_accounts_finds_nobody() {
    var keeper = people.signedIn(Role.ADMINISTRATOR);
    keeper.get("/staff/accounts");
    assertThat(keeper.get("/staff/worklist/find").status()).isEqualTo(403);
  }

  private Page find(String sought) {
    return browser.submit("main form", Map.of("sought", sought));
  }

  private Opened open(String name, String others, String address) {
    return samples.as(
        Acting.visitor(Identifiers.next()),
        () -> {
          var subject = DataSubject.named(name, others, PartialDate.of(1956, Month.MARCH, 4));
          var registered =
              identity.register(
                  subject,
                  Requester.about(
                      subject, "a@example.org", null, address, Locale.ENGLISH, Showing.NOT_SAID));
          return casework.open(Samples.named(name, Samples.request(registered, Purpose.CHECK)));
        });
  }
}
