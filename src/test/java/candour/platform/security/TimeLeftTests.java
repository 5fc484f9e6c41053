package candour.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import candour.journeys.Chrome;
import candour.platform.Acting;
import candour.platform.Officer.Role;
import candour.platform.Seals;
import candour.requester.Asking;
import candour.requester.PostRoom;
import candour.support.Browser;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Whoever is signed in knows until when, and can stay; whoever is not, need not care. */
@PortalTest
class TimeLeftTests {

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Seals seals;
  @Autowired SessionRepository<? extends Session> sessions;

  private UUID officer;
  private Browser browser;

  @BeforeEach
  void an_officer_works() {
    officer = people.newOfficer(Role.CASEWORKER);
    browser = people.signIn("staff", people.enrolled(officer));
  }

  @Test
  void every_page_behind_a_door_says_when_its_time_ends_and_how_to_stay() {
    var left = browser.get("/staff/worklist").html().expectFirst("[data-stay]");
    assertThat(left.attr("data-stay")).isEqualTo("/staff/stay");
    assertThat(Long.parseLong(left.attr("data-seconds"))).isBetween(880L, 900L);
    assertThat(LocalTime.parse(left.expectFirst("time").text())).isNotNull();
    assertThat(left.expectFirst("p a[target=_blank]").attr("href")).isEqualTo("/staff/stay");
    assertThat(left.expectFirst("p").text()).contains("kept for an hour");
    assertThat(people.committee().get("/committee").html().select("[data-stay]").attr("data-stay"))
        .isEqualTo("/committee/stay");
    assertThat(people.signedIn(Role.ADMINISTRATOR).get("/staff/stay").heading())
        .isEqualTo("You are still signed in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/request/who-for", "/staff/sign-in", "/my-request/link", "/log"})
  void where_nobody_is_signed_in_no_time_runs(String path) {
    assertThat(people.visitor().get(path).html().select("[data-stay]")).isEmpty();
  }

  /** Without a script: the page is opened in another tab. */
  @Test
  void to_open_the_page_for_it_is_to_stay() {
    longAgo(10);
    browser.get("/staff/stay");
    assertThat(browser.page().heading()).isEqualTo("You are still signed in");
    assertThat(idleSeconds()).isLessThan(60);
    longAgo(16);
    assertThat(browser.get("/staff/stay").path()).isEqualTo("/staff/sign-in");
  }

  /**
   * WCAG 2.2, 2.2.1: by a simple action, at least ten times, until the limit is beyond 20 hours.
   */
  @Test
  void the_public_put_off_the_end_of_their_two_hours_until_a_day_is_over() {
    var requester = follows();
    for (int hour = 2; hour < 24; hour += 2) {
      proved(requester, Factors.HERE, Duration.ofMinutes(110));
      proved(requester, Factors.LINK, Duration.ofHours(hour));
      requester.get("/my-request");
      assertLeft(requester.get("/my-request"), 600, "Unless you choose to stay signed in");
      assertThat(requester.get("/my-request/stay").heading()).isEqualTo("You are still signed in");
      assertLeft(requester.get("/my-request"), 900, "If you do nothing");
    }
    proved(requester, Factors.LINK, Duration.ofMinutes(23 * 60 + 50));
    requester.get("/my-request/stay");
    assertLeft(requester.get("/my-request"), 600, "You cannot stay signed in for longer");
    assertThat(requester.page().html().select("[data-stay] p a")).isEmpty();
    proved(requester, Factors.LINK, Duration.ofHours(24));
    assertThat(requester.get("/my-request/stay").path()).isEqualTo("/my-request/link");
  }

  @Test
  void whoever_says_nothing_for_two_hours_opens_a_new_link() {
    var requester = follows();
    proved(requester, Factors.HERE, Duration.ofMinutes(121));
    assertThat(requester.get("/my-request/stay").path()).isEqualTo("/my-request/link");
  }

  private Browser follows() {
    var email = UUID.randomUUID() + "@example.org";
    var requester = people.visitor();
    new Asking(requester, email).send();
    requester.get(new PostRoom(jdbc, seals, samples).link(email));
    requester.submit("main form", Map.of());
    return requester;
  }

  private static void assertLeft(Browser.Page page, long atMost, String words) {
    var left = page.html().expectFirst("[data-stay]");
    assertThat(Long.parseLong(left.attr("data-seconds"))).isBetween(atMost - 20, atMost);
    assertThat(left.expectFirst("p").text()).startsWith(words);
  }

  /** As if they had proved that so long ago. */
  private void proved(Browser whose, String factor, Duration ago) {
    var id = People.session(whose);
    Acting.system().run(() -> age(sessions, id, factor, Instant.now().minus(ago)));
  }

  private static <S extends Session> void age(
      SessionRepository<S> sessions, String id, String factor, Instant at) {
    var session = Objects.requireNonNull(sessions.findById(id));
    SecurityContext context = session.getRequiredAttribute("candour.public");
    var who = Objects.requireNonNull(context.getAuthentication());
    var authorities =
        who.getAuthorities().stream()
            .map(it -> factor.equals(it.getAuthority()) ? aged(factor, at) : it)
            .toList();
    session.setAttribute(
        "candour.public",
        new SecurityContextImpl(
            UsernamePasswordAuthenticationToken.authenticated(
                Objects.requireNonNull(who.getPrincipal()), null, authorities)));
    sessions.save(session);
  }

  private static GrantedAuthority aged(String factor, Instant at) {
    return FactorGrantedAuthority.withAuthority(factor).issuedAt(at).build();
  }

  @Test
  void what_was_answered_waits_for_28_days_in_each_of_two_tabs() {
    var visitor = people.visitor();
    new Asking(visitor, "w@example.org").answerUntil("why");
    var tab = visitor.get("/request/your-name");
    var other = visitor.get("/request/date-of-birth");
    clock.set(clock.instant().plus(Duration.ofDays(27)));
    var token = tab.html().select("main form input[name=_csrf]").val();
    visitor.post("/request/your-name", Map.of("_csrf", token, "fullName", "Typed Before"));
    assertThat(visitor.page().path()).isEqualTo("/request/why");
    visitor.post(
        "/request/date-of-birth",
        Map.of(
            "_csrf", other.html().select("main form input[name=_csrf]").val(),
            "known", "ALL_OR_PART",
            "date.year", "1957",
            "date.about", "true"));
    assertThat(visitor.page().path()).isEqualTo("/request/why");
    assertThat(visitor.get("/request/your-name").html().select("#fullName").val())
        .isEqualTo("Typed Before");
    assertThat(visitor.get("/request/date-of-birth").text()).contains("1957");
  }

  @Test
  @EnabledIf("candour.journeys.Chrome#isThere")
  void with_a_script_a_dialog_warns_in_time_and_lets_them_stay_or_says_what_is_kept() {
    var driver = Chrome.open(400, true, Path.of("target"));
    try {
      var page = "http://localhost:" + people.port() + "/staff/worklist";
      driver.get(page);
      browser.cookies().getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().startsWith("candour"))
          .forEach(
              cookie -> driver.manage().addCookie(new Cookie(cookie.getName(), cookie.getValue())));
      driver.get(page);
      driver.findElement(By.id("sought")).sendKeys("half a name");
      endsIn(driver, 119);
      await(driver, "less than 2 minutes");
      assertThat(driver.switchTo().activeElement().getText()).isEqualTo("Stay signed in");
      longAgo(10);
      driver.switchTo().activeElement().click();
      new WebDriverWait(driver, Duration.ofSeconds(10))
          .until(it -> it.findElements(By.cssSelector("dialog[open]")).isEmpty());
      assertThat(idleSeconds()).isLessThan(60);
      assertThat(driver.switchTo().activeElement().getAttribute("id")).isEqualTo("sought");
      endsIn(driver, 50);
      await(driver, "less than a minute");
      endsIn(driver, 0);
      await(driver, "You have been signed out. What you typed is still on the page.");
      driver.switchTo().activeElement().click();
      assertThat(driver.findElement(By.id("sought")).getAttribute("value"))
          .isEqualTo("half a name");
    } finally {
      driver.quit();
    }
  }

  /** As another tab would say. */
  private static void endsIn(ChromeDriver driver, int seconds) {
    driver.executeScript(
        "new BroadcastChannel('candour/staff/stay').postMessage(Date.now() + arguments[0] * 1000)",
        seconds);
  }

  private static void await(ChromeDriver driver, String words) {
    new WebDriverWait(driver, Duration.ofSeconds(10))
        .until(it ->
            it.findElements(By.cssSelector("dialog[open]")).stream()
                .anyMatch(dialog -> dialog.getText().contains(words)));
  }

  private void longAgo(int minutes) {
    var milliseconds = minutes * 60_000L;
    samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    """
                    update platform.spring_session set last_access_time = last_access_time - :ago,
                      expiry_time = expiry_time - :ago where principal_name = :officer
                    """)
                .param("ago", milliseconds)
                .param("officer", officer.toString())
                .update());
  }

  private long idleSeconds() {
    return Objects.requireNonNull(
        samples.as(
            Acting.system(),
            () ->
                jdbc.sql(
                        """
                        select (extract(epoch from clock_timestamp()) * 1000 - last_access_time) / 1000
                        from platform.spring_session where principal_name = :officer
                        """)
                    .param("officer", officer.toString())
                    .query(Long.class)
                    .single()));
  }
}
