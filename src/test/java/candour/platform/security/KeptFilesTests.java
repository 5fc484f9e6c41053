package candour.platform.security;

import static candour.platform.Officer.Role.CASEWORKER;
import static candour.platform.Officer.Role.DISCLOSURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import candour.platform.Acting;
import candour.support.Browser;
import candour.support.Browser.Upload;
import candour.support.MovableClock;
import candour.support.People;
import candour.support.PortalTest;
import candour.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of a form that came too late come with it, and are nobody else's. */
@PortalTest
class KeptFilesTests {

  private static final String IMPORT = "/staff/disclosures/import";

  @Autowired People people;
  @Autowired Samples samples;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired KeptFiles files;

  private Browser browser;
  private long before;

  @BeforeEach
  void files_of_others_may_be_there() {
    browser = people.visitor();
    before = keptFiles();
  }

  @Test
  void files_that_are_sent_too_late_are_there_when_they_have_signed_in_again() {
    var disclosures = people.enrolled(people.newOfficer(DISCLOSURES));
    browser = people.signIn("staff", disclosures);
    browser.get(IMPORT);
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("file", upload("a<b>.csv", "no such column".getBytes())));
    assertThat(browser.page().path()).isEqualTo("/staff/sign-in");
    assertThat(browser.page().text()).contains("It is not lost.");
    assertThat(keptFiles()).isEqualTo(before + 1);
    assertThat(
            count(
                "select count(*) from platform.kept_file where position('column'::bytea in content) > 0"))
        .as("in clear in the database")
        .isZero();
    people.signInAgain(browser, disclosures);
    assertThat(browser.page().html().select("main li").eachText()).containsExactly("a<b>.csv");
    var missing = browser.submit("#send-form", Map.of("_kept", UUID.randomUUID().toString()));
    assertThat(missing.status())
        .as("no file without the form that it was kept with")
        .isEqualTo(422);
    browser.get("/staff/kept");
    var sent = browser.submit("#send-form", Map.of());
    assertThat(sent.html().select("#file-error").text())
        .as("what is wrong with the file, not that there is none")
        .isNotBlank()
        .isNotEqualTo(missing.html().select("#file-error").text());
    browser.get("/staff/kept");
    browser.submit("#leave-form", Map.of());
    assertThat(keptFiles()).isEqualTo(before);
  }

  @Test
  void a_file_that_is_too_large_to_be_kept_is_named() {
    var disclosures = people.enrolled(people.newOfficer(DISCLOSURES));
    browser = people.signIn("staff", disclosures);
    browser.get(IMPORT);
    people.timeRunsOut(browser);
    browser.submit("main form", Map.of("file", upload("large.csv", new byte[11 << 20])));
    people.signInAgain(browser, disclosures);
    assertThat(browser.page().path()).isEqualTo("/staff/kept");
    assertThat(browser.page().text()).contains("could not be kept", "large.csv");
    assertThat(keptFiles()).isEqualTo(before);
  }

  @Test
  void kept_files_are_erased_after_an_hour_and_read_by_the_portal_alone() {
    var disclosures = people.signedIn(DISCLOSURES);
    disclosures.get(IMPORT);
    people.timeRunsOut(disclosures);
    disclosures.submit("main form", Map.of("file", upload("a.csv", new byte[] {1})));
    assertThat(keptFiles()).isPositive();
    for (var anybody :
        List.of(
            samples.officer("Anybody", CASEWORKER).acting(),
            samples.holderOf(samples.generalCase()).acting(),
            Acting.visitor(UUID.randomUUID()))) {
      assertThat(
              samples.as(
                  anybody,
                  () ->
                      jdbc.sql("select count(*) from platform.kept_file")
                          .query((row, _) -> row.getLong(1))
                          .single()))
          .isZero();
      assertThatThrownBy(() -> samples.as(anybody, this::keep))
          .hasStackTraceContaining("row-level security");
    }
    clock.set(clock.instant().plus(Duration.ofMinutes(61)));
    files.forgetOld(KeptForms.LIFE);
    assertThat(keptFiles()).isZero();
  }

  private int keep() {
    return jdbc.sql(
            """
            insert into platform.kept_file (form_id, position, content, kept_at)
            values (gen_random_uuid(), 1, '', now())
            """)
        .update();
  }

  @Test
  void a_file_of_somebody_unknown_is_not_read_and_that_is_said() {
    var disclosures = people.signedIn(DISCLOSURES);
    disclosures.get(IMPORT);
    people.timeRunsOut(disclosures);
    disclosures.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("candour-again-staff"))
        .toList()
        .forEach(cookie -> disclosures.cookies().getCookieStore().remove(null, cookie));
    disclosures.submit("main form", Map.of("file", upload("a.csv", new byte[5_000_000])));
    assertThat(disclosures.page().status()).isEqualTo(403);
    assertThat(disclosures.page().heading()).isEqualTo("Your file was not kept");
    assertThat(disclosures.page().text()).contains("Your file arrived when you were signed out");
    assertThat(keptFiles()).isEqualTo(before);
  }

  private static Upload upload(String name, byte[] content) {
    return new Upload(name, "text/csv", content);
  }

  private long keptFiles() {
    return count("select count(*) from platform.kept_file");
  }

  private long count(String sql) {
    return samples.as(
        Acting.system(), () -> jdbc.sql(sql).query((row, _) -> row.getLong(1)).single());
  }
}
